/** The pack's description of itself in XMP (ISO 16684-1): title, language and program, and nothing of whoever made it. */
import { utf8Bytes } from './bytes.ts';

export function xmpPacket(title: string, language: string, producer: string): Uint8Array {
  return utf8Bytes(`<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${escaped(producer)}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`);
}

function escaped(text: string): string {
  let clean = '';
  for (const sign of text.toWellFormed()) {
    const code = sign.codePointAt(0) ?? 0;
    // XML has no way of writing most control characters
    if (code < 32 || code === 0xfffe || code === 0xffff) clean += ' ';
    else if (sign === '&') clean += '&amp;';
    else if (sign === '<') clean += '&lt;';
    else if (sign === '>') clean += '&gt;';
    else clean += sign;
  }
  return clean;
}
