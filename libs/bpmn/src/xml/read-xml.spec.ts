import { readXml, XML_LIMITS } from './read-xml.js';
import { attribute, BPMN } from './xml-element.js';

describe('reading XML', () => {
  it('reads names by their namespace, whatever prefixes the file has', () => {
    for (const text of [
      `<definitions xmlns="${BPMN}" xmlns:x="urn:x" x:a="1" id="d"><process id="p"/></definitions>`,
      `<b:definitions xmlns:b="${BPMN}" xmlns:y="urn:x" y:a="1" id="d"><b:process id="p"/></b:definitions>`,
    ]) {
      const answer = readXml(text);
      if (answer.kind === 'fault') throw new Error(answer.found);
      expect(answer.root).toMatchObject({ name: 'definitions', namespace: BPMN });
      expect(attribute(answer.root, 'id')).toBe('d');
      expect(answer.root.attributes.get('{urn:x}a')).toBe('1');
      expect(answer.root.children).toMatchObject([{ name: 'process', namespace: BPMN }]);
    }
  });

  it('gives text, CDATA and attributes back as they were meant', () => {
    const answer = readXml('<?xml version="1.0"?><a t="&lt;&#10;&quot;">x &amp; <!-- no --><![CDATA[<y>]]></a>');
    expect(answer).toMatchObject({ kind: 'document', root: { text: 'x & <y>' } });
    if (answer.kind === 'document') expect(attribute(answer.root, 't')).toBe('<\n"');
  });

  it.each([
    ['doctype', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['doctype', '<!doctype a SYSTEM "file:///etc/passwd"><a/>'],
    ['entity', '<a>&b;</a>'],
    ['entity', '<a b="&c;"/>'],
    ['malformed', '<a><b></a>'],
    ['malformed', '<a'],
    ['malformed', '<a b="1" b="2"/>'],
    ['malformed', '<a/><b/>'],
    ['malformed', '<x:a/>'],
    ['empty', ''],
    ['empty', '   '],
  ])('refuses as %s: %s', (fault, text) => {
    expect(readXml(text)).toMatchObject({ kind: 'fault', fault });
  });

  it('leaves a file made to hurt at its first bad element', () => {
    expect(readXml('<a>'.repeat(3_000_000))).toMatchObject({ fault: 'tooLarge' });
    const deep = '<a>'.repeat(2_000_000);
    expect(readXml(deep)).toMatchObject({ fault: 'tooDeep' });
    expect(readXml(`<r>${'<a/>'.repeat(XML_LIMITS.elements)}</r>`)).toMatchObject({ fault: 'tooMany' });
    expect(readXml(`<a ${Array.from({ length: 300 }, (_, i) => `a${i}="1"`).join(' ')}/>`)).toMatchObject({ fault: 'tooMany' });
  });
});
