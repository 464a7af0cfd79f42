const OVER = {
  'completed': 'The call is over',
  'busy': 'Declined or busy',
  'no-answer': 'Not answered',
  'failed': 'The call failed',
  'canceled': 'The caller gave up',
};

/** What a call does now: words, an icon, and the kind of state. */
export function callState(call, isSpeaking) {
  if (call.over) {
    return {text: `${OVER[call.status] ?? 'The call is over'} (${call.status})`, icon: 'hangup', kind: 'ended'};
  }
  if (call.status === 'ringing' || call.status === 'queued' || call.status === 'initiated') {
    return {text: call.incoming ? 'Incoming call' : 'Ringing', icon: call.incoming ? 'phone-in' : 'phone', kind: 'ring'};
  }
  if (isSpeaking) {
    return {text: 'Speaking', icon: 'speaker', kind: 'speak'};
  }
  const waiting = call.state;
  if (/^waiting for (a key|keys|speech)/.test(waiting)) {
    return {text: `Listening for ${waiting.slice('waiting for '.length)}`, icon: /speech/.test(waiting) ? 'mic' : 'keypad', kind: 'listen'};
  }
  if (/^(waiting in the queue|on hold)/.test(waiting)) {
    return {text: `On hold, ${waiting.replace('on hold ', '')}`, icon: 'pause', kind: 'hold'};
  }
  if (waiting === 'recording') {
    return {text: 'Recording what you say', icon: 'mic', kind: 'listen'};
  }
  if (waiting === 'in-progress') {
    return {text: 'One moment', icon: 'clock', kind: 'wait'};
  }
  return {text: waiting[0].toUpperCase() + waiting.slice(1), icon: 'users', kind: 'talk'};
}
