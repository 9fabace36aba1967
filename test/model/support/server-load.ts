/** How many requests vLLM is working on or has waiting, by what it says itself. */
export async function requestsUnderWay(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const counts = [...text.matchAll(/^vllm:num_requests_(?:running|waiting)\{[^}]*\} ([\d.]+)$/gm)];
  if (counts.length === 0) throw new Error('vLLM does not tell how many requests it works on');
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}
