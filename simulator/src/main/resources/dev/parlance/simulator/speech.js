/** The browser's voice and ear, where it has them. */
const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition;

export const canSpeak = 'speechSynthesis' in window;
export const canListen = Boolean(Recognition);
let isOn = false;

/** Turns reading aloud on or off. */
export function readAloud(on) {
  isOn = on;
  if (!on) {
    speechSynthesis.cancel();
  }
}

/** Reads a spoken line in its language, if the user has turned that on. Calls `ended` afterwards; returns whether it reads. */
export function say(line, ended) {
  if (!isOn) {
    return false;
  }
  const utterance = new SpeechSynthesisUtterance(line.text);
  utterance.lang = line.language;
  utterance.addEventListener('end', ended);
  utterance.addEventListener('error', ended); // also when it is canceled
  speechSynthesis.speak(utterance);
  return true;
}

/** Listens once, and calls `heard(text, confidence)`; `ended` in any case. */
export function listen(language, heard, ended) {
  const recognition = new Recognition();
  recognition.lang = language;
  recognition.onresult = event => heard(event.results[0][0].transcript, event.results[0][0].confidence);
  recognition.onend = ended;
  recognition.start();
}
