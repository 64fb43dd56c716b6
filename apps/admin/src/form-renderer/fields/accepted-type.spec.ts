import { acceptedNames, isAccepted } from './accepted-type.js';

const accept = ['application/pdf', 'image/*', '.docx'];

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

  it('is named in the words of people', () => {
    expect(acceptedNames(accept)).toBe('PDF, JPG, PNG, DOCX');
    expect(acceptedNames(['video/mp4'])).toBe('MP4');
  });
});
