/** The page of the preview; its script builds what is in it. `nonce` lets script and style in, and nothing else. */
export const pageHtml = (nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>flowc preview</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css" nonce="${nonce}">
<script type="module" src="/page.js" nonce="${nonce}"></script>
</head>
<body><noscript>The preview needs JavaScript.</noscript></body>
</html>
`;
