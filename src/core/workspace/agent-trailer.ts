/**
 * Names and addresses that coding agents sign with, as their trailers have them. A person's address never is one of
 * them; an agent that isn't known here is taken for a person.
 */
const agents: readonly RegExp[] = [
  /<noreply@anthropic\.com>/i,
  /<(?:\d+\+)?copilot(?:-swe-agent)?(?:\[bot\])?@(?:users\.noreply\.github|github)\.com>/i,
  /<cursoragent@cursor\.com>/i,
  /<(?:noreply|codex)@openai\.com>/i,
  /<[^<>@]*@aider\.chat>/i,
  /^aider \(/i,
  /<(?:\d+\+)?(?:devin-ai-integration|google-labs-jules|gemini-code-assist|gemini-cli|claude|codex|amazon-q-developer)\[bot\]@users\.noreply\.github\.com>/i,
  /<openhands@all-hands\.dev>/i,
  /<amp@ampcode\.com>/i,
  /<noreply@(?:opencode\.ai|windsurf\.com|codeium\.com|kiro\.dev|warp\.dev)>/i,
  /<(?:gemini-cli|jules)[^<>@]*@google\.com>/i,
];

/** Whether the value of a `Co-authored-by` trailer, `Name <address>`, names a coding agent. */
export function isAgent(coAuthor: string): boolean {
  return agents.some((agent) => agent.test(coAuthor.trim()));
}
