/**
 * Countries with a mobile and a landline number: `#` is any digit. Numbers that are kept for films and examples are used where a
 * country has them: the United States' 555-01, the United Kingdom's 7700 900, Australia's 491 570, and so on.
 */
export const COUNTRIES = [
  {code: 'AR', name: 'Argentina', mobile: '+54911########', landline: '+5411########', people: ['Martina Gómez', 'Joaquín Sosa', 'Lucía Benítez']},
  {code: 'AU', name: 'Australia', mobile: '+61491570###', landline: '+6125550####', people: ['Olivia Hart', 'Jack Nolan', 'Mia Fraser']},
  {code: 'BR', name: 'Brazil', mobile: '+55119########', landline: '+55113#######', people: ['Beatriz Moura', 'Caio Almeida', 'Larissa Teixeira']},
  {code: 'CA', name: 'Canada', mobile: '+1613555010#', landline: '+1604555019#', people: ['Chloé Tremblay', 'Owen Reid', 'Priya Grewal']},
  {code: 'CO', name: 'Colombia', mobile: '+57300#######', landline: '+57601#######', people: ['Valentina Rojas', 'Andrés Cárdenas', 'Paola Mejía']},
  {code: 'EG', name: 'Egypt', mobile: '+2010########', landline: '+202########', people: ['أميرة حسن', 'كريم عادل', 'ياسمين فؤاد']},
  {code: 'FR', name: 'France', mobile: '+3363998####', landline: '+3319900####', people: ['Camille Faure', 'Hugo Marchand', 'Inès Benali']},
  {code: 'DE', name: 'Germany', mobile: '+491713920###', landline: '+493023125###', people: ['Lena Vogt', 'Jonas Brandt', 'Aylin Kaya']},
  {code: 'IN', name: 'India', mobile: '+9198########', landline: '+9111########', people: ['आरती वर्मा', 'Rohan Mehta', 'Kavya Iyer']},
  {code: 'ID', name: 'Indonesia', mobile: '+62812########', landline: '+6221########', people: ['Siti Rahayu', 'Budi Santoso', 'Dewi Lestari']},
  {code: 'IE', name: 'Ireland', mobile: '+35385#######', landline: '+35320910####', people: ['Aoife Byrne', 'Cian Walsh', 'Niamh Daly']},
  {code: 'IL', name: 'Israel', mobile: '+97254#######', landline: '+9723#######', people: ['נועה לוי', 'איתי כהן', 'מאיה פרץ']},
  {code: 'IT', name: 'Italy', mobile: '+39347#######', landline: '+3906########', people: ['Giulia Conti', 'Matteo Rinaldi', 'Chiara Moretti']},
  {code: 'JP', name: 'Japan', mobile: '+8190########', landline: '+813########', people: ['佐藤 美咲', '高橋 翔太', '中村 葵']},
  {code: 'KE', name: 'Kenya', mobile: '+25471#######', landline: '+25420#######', people: ['Wanjiru Kamau', 'Otieno Odhiambo', 'Achieng Njeri']},
  {code: 'MX', name: 'Mexico', mobile: '+5255########', landline: '+5233########', people: ['Ximena Torres', 'Emiliano Ruiz', 'Daniela Ortega']},
  {code: 'NL', name: 'Netherlands', mobile: '+316########', landline: '+3120#######', people: ['Sanne de Wit', 'Daan Bakker', 'Fleur Visser']},
  {code: 'NG', name: 'Nigeria', mobile: '+23480########', landline: '+2341#######', people: ['Chidinma Eze', 'Tunde Bello', 'Zainab Musa']},
  {code: 'PK', name: 'Pakistan', mobile: '+92300#######', landline: '+9221########', people: ['عائشہ ملک', 'Hamza Qureshi', 'Sana Tariq']},
  {code: 'PH', name: 'Philippines', mobile: '+63917#######', landline: '+632########', people: ['Angelica Reyes', 'Paolo Mendoza', 'Bea Villanueva']},
  {code: 'PL', name: 'Poland', mobile: '+48601######', landline: '+4822#######', people: ['Zofia Wójcik', 'Kacper Zieliński', 'Maja Kamińska']},
  {code: 'SA', name: 'Saudi Arabia', mobile: '+96650#######', landline: '+96611#######', people: ['نورة القحطاني', 'فهد الشهري', 'ريم العتيبي']},
  {code: 'ZA', name: 'South Africa', mobile: '+2782#######', landline: '+2711#######', people: ['Naledi Mokoena', 'Pieter Botha', 'Thandiwe Dlamini']},
  {code: 'KR', name: 'South Korea', mobile: '+8210########', landline: '+822########', people: ['김서연', '박민준', '이하은']},
  {code: 'ES', name: 'Spain', mobile: '+346########', landline: '+3491#######', people: ['Carmen Vidal', 'Álvaro Serrano', 'Marta Iglesias']},
  {code: 'SE', name: 'Sweden', mobile: '+467017406##', landline: '+4684650####', people: ['Elsa Lindqvist', 'Axel Nyberg', 'Saga Holm']},
  {code: 'TR', name: 'Türkiye', mobile: '+90532#######', landline: '+90212#######', people: ['Elif Demir', 'Emre Yıldız', 'Zeynep Arslan']},
  {code: 'UA', name: 'Ukraine', mobile: '+38067#######', landline: '+38044#######', people: ['Оксана Мельник', 'Тарас Бондар', 'Ірина Кравець']},
  {code: 'GB', name: 'United Kingdom', mobile: '+447700900###', landline: '+442079460###', people: ['Amelia Clarke', 'Harry Osei', 'Isla Morgan']},
  {code: 'US', name: 'United States', mobile: '+1202555010#', landline: '+1312555019#', people: ['Grace Walker', 'Marcus Lee', 'Sofia Ramirez']},
];

/** A number of a country that is not taken. */
export function numberOf(country, kind, isTaken) {
  for (let tries = 0; tries < 50; tries++) {
    const number = country[kind].replaceAll('#', () => Math.floor(Math.random() * 10));
    if (!isTaken(number)) {
      return number;
    }
  }
  return '';
}

/** A name of a country that nobody has yet, if there is one. */
export function nameOf(country, isTaken) {
  const free = country.people.filter(name => !isTaken(name));
  const names = free.length ? free : country.people;
  return names[Math.floor(Math.random() * names.length)];
}
