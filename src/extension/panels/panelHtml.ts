export interface PageParts {
  readonly title: string;
  readonly script: string;
  readonly style: string;
  /** What VS Code names as the origin of the page's own files. */
  readonly cspSource: string;
  readonly nonce: string;
}

/** The UI toolkit adds one empty style element; this is the hash of nothing, so no other style gets in by it. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** A panel's page. Nothing runs in it but our script, the modules beside it that it imports, and a worker made from it. */
export function panelHtml({ title, script, style, cspSource, nonce }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} ${emptyStyle}`,
    `font-src ${cspSource}`,
    "worker-src blob:",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1.0">
  <title>${title}</title>
  <link rel="stylesheet" href="${style}">
</head>
<body>
  <script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
