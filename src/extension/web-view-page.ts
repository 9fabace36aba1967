export interface WebViewPage {
  readonly language: string;
  readonly title: string;
  /** Where styles may come from. */
  readonly source: string;
  /** Lets our script run, and no other. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
}

/** A page around our own `body`, with a policy that lets it load nothing but our script and style. */
export function webViewPage(page: WebViewPage, body: string): string {
  const { language, title, source, nonce, script, style } = page;
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${attribute(style)}">
<title>${attribute(title)}</title>
</head>
<body>
${body}
<script nonce="${attribute(nonce)}" src="${attribute(script)}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
