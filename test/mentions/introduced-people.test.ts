import { expect, it } from "vitest";
import { loadLanguage } from "../../src/language/load-language.ts";
import { bundledLexiconFolder } from "../../src/lexicon/lexicon-folder.ts";
import { findMentions, loadActorLexicon } from "../../src/mentions/find-mentions.ts";

const language = await loadLanguage("en");
const lexicon = loadActorLexicon(bundledLexiconFolder("en"));

/** "Zara Holm NORGOV", once for each person of a text. */
function peopleIn(text: string): string[] {
  const { actors } = findMentions({ id: "test", language: "en", text }, language.parse(text), lexicon);
  const people = actors.flatMap(({ entities }) => entities).filter(({ kind }) => kind === "person");
  return [...new Set(people.map(({ name, code }) => `${name} ${code}`))];
}

it.each<[string, string[]]>([
  [
    "Secretary General of the African National Congress Ada Moe met the director general of the Kenyan health service.",
    ["Ada Moe ZAFPTY", "the director general KENGOV"],
  ],
  [
    "The UN Secretary-General met the Vice-President of Ghana and the Director-General of the IAEA.",
    [
      "The UN Secretary-General IGOUNO",
      "the Vice-President of Ghana GHAGOV",
      "the Director-General of the IAEA IGOUNOIAE",
    ],
  ],
  [
    "Vietnam's Foreign Minister Bui Thanh Son arrived. Norway thanked Minister Son and the minister's son.",
    ["Bui Thanh Son VNMGOV", "son ---"],
  ],
  [
    "Deputy Prime Minister and Foreign Minister Temur Qodirov of Uzbekistan met Tajik Prime Minister Kohir Rasul.",
    ["Temur Qodirov UZBGOV", "Kohir Rasul TJKGOV"],
  ],
  [
    "Hanna Moe, State Secretary for Foreign Affairs to Prime Minister Lars Vik of Denmark, met Pavel Orsk, Chief of the National Security Bureau of Poland.",
    ["Hanna Moe DNKGOV", "Lars Vik DNKGOV", "Pavel Orsk POLGOV"],
  ],
  [
    "Norwegian Deputy Minister for Cyber and Emerging Technology Zara Holm met Danish Gender Policy Council Director Hanna Moe.",
    ["Zara Holm NORGOV", "Hanna Moe DNKGOV"],
  ],
  [
    "Hanna Moe, Danish Gender Policy Council Director, met Zara Holm, Norwegian Director of the Office of Trade, Ambassador Lars Vik of Denmark and Italian Minister Enzo Riva.",
    ["Hanna Moe DNKGOV", "Zara Holm NORGOV", "Lars Vik DNKGOV", "Enzo Riva ITAGOV"],
  ],
  [
    "Danish Prime Minister Lars Vik arrived. The Prime Minister, Ms. Zara Holm, Ms. Pia Orsk and the mayors met. Hanna Moe, Danish Council Director and Enzo Riva met.",
    ["Lars Vik DNKGOV", "Zara Holm ---", "Pia Orsk ---", "Hanna Moe DNKGOV", "Enzo Riva ---"],
  ],
  [
    "Danish Prime Minister Lars Vik briefed Minister Zara Holm on Chad's offer.",
    ["Lars Vik DNKGOV", "Zara Holm ---GOV"],
  ],
  ["Zara Holm, who is Norway's defence minister, visited Kyiv.", ["Zara Holm NORGOV"]],
  ["Lars Vik, who served as Danish foreign minister until 2019, praised the deal.", ["Lars Vik DNKGOV"]],
  [
    "Kenya's newly appointed foreign minister, Grace Wanjiru, met her Ugandan counterpart, Okello Oryem.",
    ["Grace Wanjiru KENGOV", "Okello Oryem UGAGOV"],
  ],
  [
    "Outgoing Chilean President Tomás Rivas received president-elect Lucía Campos.",
    ["Tomás Rivas CHLGOV", "Lucía Campos ---GOV"],
  ],
  [
    "Former Prime Minister of Nepal Ram Thapa and caretaker Foreign Minister Imran Baig of Pakistan spoke.",
    ["Ram Thapa NPLELI", "Imran Baig PAKGOV"],
  ],
  [
    "The late Malian leader Modibo Traoré was praised by acting President Issa Keita.",
    ["Modibo Traoré MLIELI", "Issa Keita ---GOV"],
  ],
  [
    "Prime Minister-designate Hana Novak of Slovakia met Czech Premier Jiri Dvorak.",
    ["Hana Novak SVKGOV", "Jiri Dvorak CZEGOV"],
  ],
  [
    "Sheikh Khalid bin Nasser Al Mazrouei, the Emirati energy minister, met Iraqi Oil Minister Hayan al-Jubouri.",
    ["Khalid bin Nasser Al Mazrouei AREGOV", "Hayan al-Jubouri IRQGOV"],
  ],
  [
    "Abiy Tesfaye, Ethiopia's state minister for foreign affairs, received Sudanese envoy Omar al-Tayeb.",
    ["Abiy Tesfaye ETHGOV", "Omar al-Tayeb SDNGOV"],
  ],
  [
    "Daw Khin Mya, spokeswoman of the National Unity Government, criticized the junta.",
    ["Daw Khin Mya MMRGOV"],
  ],
  [
    "Nguyen Thi Hoa, Vietnam's vice president, welcomed Lao President Bounnhang Vorachit.",
    ["Nguyen Thi Hoa VNMGOV", "Bounnhang Vorachit LAOGOV"],
  ],
  [
    "Juan Carlos de la Torre, Spain's interior minister, met Moroccan Interior Minister Hicham el Fassi.",
    ["Juan Carlos de la Torre ESPGOV", "Hicham el Fassi MARGOV"],
  ],
  [
    "Pieter van der Berg, the Dutch prime minister, spoke with German Chancellor Klaus von Arnim.",
    ["Pieter van der Berg NLDGOV", "Klaus von Arnim DEUGOV"],
  ],
  [
    "H.E. Dr. Samuel Mensah, Minister for Foreign Affairs and Regional Integration of Ghana, paid a courtesy call on President Tandja of Niger.",
    ["Samuel Mensah GHAGOV", "Tandja NERGOV"],
  ],
  [
    "Ambassador Lin Wei, permanent representative of China to the United Nations, criticized the resolution.",
    ["Lin Wei CHNGOV"],
  ],
  [
    "US Secretary of State John Doe, British Foreign Secretary Mary Roe and French Foreign Minister Paul Petit met in Geneva.",
    ["John Doe USAGOV", "Mary Roe GBRGOV", "Paul Petit FRAGOV"],
  ],
  [
    "Senior Colonel Wu Jian, spokesperson for China's Ministry of National Defense, condemned the visit.",
    ["Wu Jian CHNMIL"],
  ],
  [
    "The president of the Swiss Confederation, Anna Keller, met the president of Slovenia, Matej Kos.",
    ["Anna Keller CHEGOV", "Matej Kos SVNGOV"],
  ],
  [
    "Argentina's economy minister Pablo Ruiz met IMF chief Kristalina Georgieva.",
    ["Pablo Ruiz ARGGOV", "Kristalina Georgieva IGOIMF"],
  ],
  [
    "Iraqi Kurdish leader Rebin Barwari met Turkish intelligence chief Kemal Aslan.",
    ["Rebin Barwari IRQGOV", "Kemal Aslan TURSPY"],
  ],
  ["Houthi spokesman Yahya Saree threatened Israel.", ["Yahya Saree YEMGOV"]],
  [
    "King Felipe of Spain received Mexican Foreign Secretary Raúl Ortega.",
    ["Felipe VI ESPGOV", "Raúl Ortega MEXGOV"],
  ],
  [
    "The Emir of Kuwait, Sheikh Mishal Al-Ahmad Al-Jaber Al-Sabah, received Prince Turki bin Mohammed bin Fahd of Saudi Arabia.",
    ["Mishal Al-Ahmad Al-Jaber Al-Sabah KWTGOV", "Turki bin Mohammed bin Fahd SAUGOV"],
  ],
  [
    "Chairman of the State Duma Pavel Orekhov met Cuban National Assembly President Esteban Ruiz.",
    ["Pavel Orekhov RUSGOV", "Esteban Ruiz CUBLEG"],
  ],
  [
    "Hungarian State Secretary Tamás Menczer met the Serbian ambassador, Ivan Todorov.",
    ["Tamás Menczer HUNGOV", "Ivan Todorov SRBGOV"],
  ],
  [
    "Chief of Army Staff General Asif Khan met Commander of US Central Command General Erik Kurilla.",
    ["Asif Khan ---MIL", "Erik Kurilla USAMIL"],
  ],
  ["Egypt's Field Marshal Hussein Tantawi resigned.", ["Hussein Tantawi EGYMIL"]],
  ["Georgian opposition leader Nika Beridze accused the ruling party.", ["Nika Beridze GEOOPP"]],
  [
    "Myanmar's military ruler Senior General Min Aung Hlaing met Thai Foreign Minister Maris Sangiampongsa.",
    ["Myanmar's military ruler MMRGOV", "Min Aung Hlaing MMRMIL", "Maris Sangiampongsa THAGOV"],
  ],
  [
    "Mr. Chen Gang, Vice Minister of Commerce, and Ms. Priya Nair, India's Commerce Secretary, signed the agreement.",
    ["Chen Gang ---GOV", "Priya Nair INDGOV"],
  ],
  [
    "EU foreign policy chief Kaja Kallas met Moldovan President Maia Sandu.",
    ["Kaja Kallas EURGOV", "Maia Sandu MDAGOV"],
  ],
  [
    "UN Secretary-General António Guterres met the Prime Minister of Barbados, Mia Mottley.",
    ["António Guterres IGOUNO", "Mia Mottley BRBGOV"],
  ],
  [
    "AU Commission Chairperson Mahmoud Ali Youssouf met Comoran President Azali Assoumani.",
    ["Mahmoud Ali Youssouf IGOAFU", "Azali Assoumani COMGOV"],
  ],
  [
    "NATO Secretary General Mark Rutte met Ukrainian Defence Minister Rustem Umerov.",
    ["Mark Rutte IGOWSTNAT", "Rustem Umerov UKRGOV"],
  ],
  [
    "Sayyid Badr bin Hamad, Oman's Foreign Minister, received Iranian Deputy Foreign Minister Majid Ravanchi.",
    ["Badr bin Hamad Al Busaidi OMNGOV", "Majid Ravanchi IRNGOV"],
  ],
])("people whom a text introduces: %s", (text, expected) => {
  expect(peopleIn(text)).toEqual(expected);
});
