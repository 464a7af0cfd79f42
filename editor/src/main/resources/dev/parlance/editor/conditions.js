const COMPARISONS = {is: 'is', atLeast: 'is at least', atMost: 'is at most', moreThan: 'is more than', lessThan: 'is less than'};

function operand(value) {
  return typeof value === 'object' && value !== null ? subject(value) : String(value);
}

function subject({answer, survey, variable, contact, daysFromToday, minutesFromNow, value}) {
  return answer !== undefined ? (survey ? `${answer} in ${survey}` : answer)
    : variable ?? (contact !== undefined ? `the contact's ${contact}`
      : daysFromToday !== undefined
        ? (daysFromToday === 0 ? 'today' : `today ${daysFromToday > 0 ? '+' : '-'} ${Math.abs(daysFromToday)} days`)
        : minutesFromNow !== undefined
          ? (minutesFromNow === 0 ? 'the time' : `the time ${minutesFromNow > 0 ? '+' : '-'} ${Math.abs(minutesFromNow)} min`)
          : String(value));
}

/** A condition in words, such as "rate is at most 2". */
export function describe(condition) {
  if (typeof condition !== 'object' || condition === null) {
    return String(condition);
  }
  const {all, any, not, answered, survey, inGroup, language, channel} = condition;
  if (all || any) {
    return (all ?? any).map(each => (each.all ?? each.any) ? `(${describe(each)})` : describe(each)).join(all ? ' and ' : ' or ');
  }
  if (not) {
    return `not ${not.all || not.any ? `(${describe(not)})` : describe(not)}`;
  }
  const plain = answered !== undefined ? `${answered}${survey ? ` in ${survey}` : ''} was answered` : inGroup !== undefined
    ? `in the group ${inGroup}`
    : language !== undefined ? `the language is ${language}` : channel !== undefined ? `the channel is ${channel}` : undefined;
  if (plain) {
    return plain;
  }
  if (Array.isArray(condition.in)) {
    return `${subject(condition)} is ${condition.in.map(operand).join(' or ')}`;
  }
  const [name, words] = Object.entries(COMPARISONS).find(([each]) => each in condition) ?? [];
  return name ? `${subject(condition)} ${words} ${operand(condition[name])}` : `${subject(condition)} has a value`;
}
