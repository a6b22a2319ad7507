/** What Windows, and with it Outlook and Exchange, calls the zones of the tz database (CLDR, `windowsZones`). */
const names = `
Afghanistan=Asia/Kabul|Alaskan=America/Anchorage|Aleutian=America/Adak|Arab=Asia/Riyadh|Arabian=Asia/Dubai
Arabic=Asia/Baghdad|Argentina=America/Argentina/Buenos_Aires|Atlantic=America/Halifax|AUS Central=Australia/Darwin
AUS Eastern=Australia/Sydney|Aus Central W.=Australia/Eucla|Azerbaijan=Asia/Baku|Azores=Atlantic/Azores
Bahia=America/Bahia|Bangladesh=Asia/Dhaka|Belarus=Europe/Minsk|Bougainville=Pacific/Bougainville
Canada Central=America/Regina|Cape Verde=Atlantic/Cape_Verde|Caucasus=Asia/Yerevan|Cen. Australia=Australia/Adelaide
Central America=America/Guatemala|Central Asia=Asia/Almaty|Central Brazilian=America/Cuiaba
Central Europe=Europe/Budapest|Central European=Europe/Warsaw|Central Pacific=Pacific/Guadalcanal
Central=America/Chicago|Central (Mexico)=America/Mexico_City|Chatham Islands=Pacific/Chatham|China=Asia/Shanghai
Cuba=America/Havana|Dateline=Etc/GMT+12|E. Africa=Africa/Nairobi|E. Australia=Australia/Brisbane
E. Europe=Europe/Chisinau|E. South America=America/Sao_Paulo|Easter Island=Pacific/Easter|Eastern=America/New_York
Eastern (Mexico)=America/Cancun|Egypt=Africa/Cairo|Ekaterinburg=Asia/Yekaterinburg|Fiji=Pacific/Fiji|FLE=Europe/Kyiv
Georgian=Asia/Tbilisi|GMT=Europe/London|Greenland=America/Nuuk|Greenwich=Atlantic/Reykjavik|GTB=Europe/Bucharest
Haiti=America/Port-au-Prince|Hawaiian=Pacific/Honolulu|India=Asia/Kolkata|Iran=Asia/Tehran|Israel=Asia/Jerusalem
Jordan=Asia/Amman|Kaliningrad=Europe/Kaliningrad|Korea=Asia/Seoul|Libya=Africa/Tripoli
Line Islands=Pacific/Kiritimati|Lord Howe=Australia/Lord_Howe|Magadan=Asia/Magadan|Mauritius=Indian/Mauritius
Middle East=Asia/Beirut|Montevideo=America/Montevideo|Morocco=Africa/Casablanca|Mountain=America/Denver
Mountain (Mexico)=America/Mazatlan|Myanmar=Asia/Yangon|N. Central Asia=Asia/Novosibirsk|Namibia=Africa/Windhoek
Nepal=Asia/Kathmandu|New Zealand=Pacific/Auckland|Newfoundland=America/St_Johns|North Asia East=Asia/Irkutsk
North Asia=Asia/Krasnoyarsk|North Korea=Asia/Pyongyang|Pacific SA=America/Santiago|Pacific=America/Los_Angeles
Pacific (Mexico)=America/Tijuana|Pakistan=Asia/Karachi|Paraguay=America/Asuncion|Romance=Europe/Paris
Russian=Europe/Moscow|Russia Time Zone 3=Europe/Samara|Russia Time Zone 10=Asia/Srednekolymsk
Russia Time Zone 11=Asia/Kamchatka|SA Eastern=America/Cayenne|SA Pacific=America/Bogota|SA Western=America/La_Paz
Samoa=Pacific/Apia|SE Asia=Asia/Bangkok|Singapore=Asia/Singapore|South Africa=Africa/Johannesburg
Sri Lanka=Asia/Colombo|Sudan=Africa/Khartoum|Syria=Asia/Damascus|Taipei=Asia/Taipei|Tasmania=Australia/Hobart
Tokyo=Asia/Tokyo|Tonga=Pacific/Tongatapu|Turkey=Europe/Istanbul|Ulaanbaatar=Asia/Ulaanbaatar
US Eastern=America/Indiana/Indianapolis|US Mountain=America/Phoenix|Venezuela=America/Caracas
Vladivostok=Asia/Vladivostok|Volgograd=Europe/Volgograd|W. Australia=Australia/Perth
W. Central Africa=Africa/Lagos|W. Europe=Europe/Berlin|W. Mongolia=Asia/Hovd|West Asia=Asia/Tashkent
West Bank=Asia/Hebron|West Pacific=Pacific/Port_Moresby|Yakutsk=Asia/Yakutsk|Yukon=America/Whitehorse`;

const zones = new Map(
  names
    .split(/[|\n]/)
    .filter(Boolean)
    .map((line) => line.split('='))
    .map(([name = '', zone = '']) => [name.toLowerCase(), zone]),
);

/**
 * "Tokyo Standard Time", "Eastern Standard Time (Mexico)", also with the number that Outlook puts behind a zone that it
 * met twice; and "Eastern" as Notes has it.
 */
export function windowsZone(name: string): string | null {
  const plain = name
    .toLowerCase()
    .replace(/\s+\d+$/, '')
    .replace(/\s+(?:standard|daylight|summer) time\b/, '')
    .replace(/\s+time$/, '')
    .trim();
  return zones.get(plain) ?? (/^(?:utc|coordinated universal)$/.test(plain) ? 'UTC' : null);
}
