import {el} from './design/dom.js';
import {copyButton} from './design/copy.js';
import {icon} from './design/icons.js';

const VERDICTS = {
  valid: 'This webhook is signed as Twilio signs. If your application refuses it, it checks another URL, other parameters, or with another token.',
  forged: 'This webhook was signed with another token on purpose. Your application must refuse it.',
  none: 'This webhook was sent without a signature on purpose. Your application must refuse it.',
};

/** How the signature is made, with this request's own values. */
export function signaturePart({signing, signature}) {
  const isValid = signature === 'valid';
  return el('div', {class: 'stack'},
    el('p', {class: `banner ${isValid ? 'good' : 'bad'}`}, icon(isValid ? 'shield' : 'shield-off'), el('span', {class: 'grow'}, VERDICTS[signature])),
    el('dl', {class: 'facts'},
      el('dt', {}, 'Header'), el('dd', {class: 'mono'}, signing.header),
      el('dt', {}, 'Sent'), value(signing.sent, 'Copy the signature that was sent'),
      el('dt', {}, 'Expected'), value(signing.expected, 'Copy the expected signature')),
    el('section', {class: 'traffic-part', 'aria-label': 'Signed text'},
      el('header', {class: 'row between'}, el('h4', {}, 'The text that is signed'), copyButton('Copy the signed text', () => signing.text)),
      el('pre', {class: 'code traffic-code'}, signing.text)),
    el('section', {class: 'traffic-part', 'aria-label': 'How the expected value is made'},
      el('h4', {}, 'How the expected value is made'),
      el('ol', {class: 'traffic-steps'},
        el('li', {}, 'Take the URL exactly as Twilio calls it, with scheme, host, port and query: ', el('code', {}, signing.url)),
        signing.isForm
          ? el('li', {}, 'Sort the form’s parameters by name. Append each name and value, without separators.')
          : signing.bodyHash
            ? el('li', {}, 'The body is no form. So only the URL is signed; its ', el('code', {}, 'bodySHA256'), ' is the hash of the body, which you compare too.')
            : el('li', {}, 'There is no form, so nothing is appended.'),
        el('li', {}, 'Compute the HMAC-SHA1 of this text in UTF-8, with the auth token of ', el('code', {}, signing.account), ' as the key.'),
        el('li', {}, 'Encode the result in Base64 and compare it with the header in constant time.'))));
}

function value(text, label) {
  return el('dd', {class: 'row'}, el('span', {class: 'mono grow'}, text || '(none)'), text && copyButton(label, () => text));
}
