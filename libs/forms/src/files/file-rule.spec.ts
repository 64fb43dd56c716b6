import fc from 'fast-check';
import { acceptedNames, fileFault, fileFaultText, isAccepted } from './file-rule.js';

const accept = ['application/pdf', 'image/*', '.docx'];
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('the kind of a file that a field takes', () => {
  it.each([
    ['a media type', { name: 'скан', type: 'application/pdf' }, true], ['any of a family', { name: 'фото.png', type: 'image/png' }, true],
    ['the ending of a name, however it is written', { name: 'Заявление.DOCX', type: '' }, true], ['another kind', { name: 'счёт.exe', type: 'application/x-msdownload' }, false],
    ['a family that only begins alike', { name: 'x', type: 'imagery/png' }, false], ['no type and no ending', { name: 'docx', type: '' }, false],
  ])('goes by %s', (_what, file, accepted) => {
    expect(isAccepted(accept, file)).toBe(accepted);
  });

  it('is any where the field does not say', () => {
    expect(isAccepted(undefined, { name: 'a', type: '' })).toBe(true);
    expect(isAccepted([], { name: 'a', type: '' })).toBe(true);
  });

  it('is that of the content once it was judged, whatever the name says', () => {
    fc.assert(fc.property(fc.string(), (name) => {
      expect(isAccepted(accept, { name: `${name}.docx`, type: 'text/plain', judged: true })).toBe(false);
      expect(isAccepted(accept, { name, type: DOCX, judged: true })).toBe(true);
    }));
  });

  it('goes by the name for an ending that content cannot tell, and takes what content cannot tell apart', () => {
    expect(isAccepted(['.sig'], { name: 'a.sig', type: 'application/octet-stream', judged: true })).toBe(true);
    expect(isAccepted(['application/vnd.ms-excel'], { name: 'a.xls', type: 'application/msword', judged: true })).toBe(true);
    expect(isAccepted(['text/csv'], { name: 'a.csv', type: 'text/plain', judged: true })).toBe(true);
  });

  it('is named in the words of people', () => {
    expect(acceptedNames(accept)).toBe('PDF, JPG, PNG, DOCX');
    expect(acceptedNames(['video/mp4'])).toBe('MP4');
  });
});

describe('the fault of a file', () => {
  it('is its kind, then its size, in one sentence', () => {
    const rule = { accept, maxBytes: 1024 };
    expect(fileFault(rule, { name: 'a.exe', type: '', size: 2000 })).toBe('fileType');
    expect(fileFault(rule, { name: 'a.docx', type: '', size: 1025 })).toBe('fileSize');
    expect(fileFault(rule, { name: 'a.docx', type: '', size: 1024 })).toBeNull();
    expect(fileFaultText('fileSize', rule, 'a.docx', 'ru')).toBe('«a.docx» больше 1\u00a0КБ: такой файл не принимается');
    expect(fileFaultText('fileType', rule, 'a.exe', 'en')).toBe('“a.exe” does not fit: PDF, JPG, PNG, DOCX is wanted');
  });
});
