import {place} from '/design/dom.js';

/** Lets the person choose a microphone and a loudspeaker. */
export function runDevices(device, failed) {
  const show = () => {
    fill(place('microphone'), device.audio.availableInputDevices);
    fill(place('loudspeaker'), device.audio.availableOutputDevices);
    place('loudspeaker').disabled = !device.audio.isOutputSelectionSupported;
  };
  place('microphone').addEventListener('change', event => device.audio.setInputDevice(event.target.value).catch(failed));
  place('loudspeaker').addEventListener('change', event => device.audio.speakerDevices.set(event.target.value).catch(failed));
  device.audio.on('deviceChange', show);
  return show;
}

function fill(select, devices) {
  const chosen = select.value;
  select.replaceChildren(...[...devices.values()].map(each => new Option(each.label || each.deviceId, each.deviceId)));
  select.value = devices.has(chosen) ? chosen : select.options[0]?.value;
}
