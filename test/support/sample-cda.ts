/** A letter of a hospital that writes XML, of somebody who never was. */
export const cdaDocument = (): string => `<?xml version="1.0" encoding="utf-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc">
  <code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summarization of Episode Note"/>
  <title>Discharge summary</title>
  <effectiveTime value="20260901103000+0900"/>
  <component><structuredBody>
    <component><section><title>Allergies &amp; more</title><text>
      <list listType="ordered"><item>Penicillin <content styleCode="Bold" onclick="x()">rash</content></item></list>
      <table><thead><tr><th colspan="2">When</th></tr></thead><tbody><tr><td>2019</td><td>once</td></tr></tbody></table>
      <paragraph>Text &lt;with&gt; <sub>marks</sub><br/><![CDATA[<b>data</b>]]></paragraph><renderMultiMedia referencedObject="a"/>
    </text><entry><observation><text>hidden</text></observation></entry>
      <component><section><title>Within</title><text>More</text></section></component>
    </section></component>
  </structuredBody></component>
</ClinicalDocument>`;

/** A letter that was scanned, as a file of another kind within the document; `born` as that writes dates. */
export const scannedCda = (
  born: string,
  base64: string,
): string => `<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Letter</title>
  <recordTarget><patientRole><patient><birthTime value="${born}"/></patient></patientRole></recordTarget>
  <component><nonXMLBody><text mediaType="application/pdf" representation="B64">${base64}</text></nonXMLBody></component>
</ClinicalDocument>`;
