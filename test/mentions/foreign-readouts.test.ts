import { expect, it } from "vitest";
import { loadLanguage } from "../../src/language/load-language.ts";
import { bundledLexiconFolder } from "../../src/lexicon/lexicon-folder.ts";
import { findMentions, loadActorLexicon } from "../../src/mentions/find-mentions.ts";

const language = await loadLanguage("en");
const lexicon = loadActorLexicon(bundledLexiconFolder("en"));

interface Circumstances {
  readonly date?: string;
  readonly publisher?: string;
}

/** Countries of the people and offices of a text; "-" for one of whom the text says none. */
function countriesOfPeople(text: string, circumstances: Circumstances): string[] {
  const document = { id: "test", language: "en", text, ...circumstances };
  const { actors } = findMentions(document, language.parse(text), lexicon);
  const people = actors.flatMap(({ entities }) => entities).filter(({ kind }) => kind === "person");
  const countries = people.flatMap(({ country }) =>
    country === undefined || country === "EUR" ? [] : [country],
  );
  return [...new Set(countries)].sort();
}

/** Readouts as foreign ministries and presidencies write them: whose people are they? Bodies such as the UN and the EU are no countries. */
const READOUTS: readonly (readonly [text: string, countries: string, circumstances?: Circumstances])[] = [
  [
    "On March 3, 2023, Member of the Political Bureau of the CPC Central Committee and Foreign Minister Lin Haoran met with Ugandan Foreign Minister Peter Okello in Beijing.",
    "CHN UGA",
  ],
  [
    "State Councilor and Foreign Minister Lin Haoran held talks with Minister of Foreign Affairs of Peru Rosa Villanueva in Lima on Tuesday.",
    "CHN PER",
  ],
  [
    "Assistant Foreign Minister Deng Yulan met with Ambassador of Mongolia to China Batbold Erdene.",
    "CHN MNG",
  ],
  [
    "Premier Li Qiang met with visiting Serbian President Aleksandar Vucic at the Great Hall of the People.",
    "CHN SRB",
  ],
  [
    "EAM Dr. S. Jaishankar held a bilateral meeting with Foreign Minister of Indonesia H.E. Ms. Retno Marsudi.",
    "IND IDN",
  ],
  [
    "External Affairs Minister Dr. S. Jaishankar called on H.E. Mr. Ranil Wickremesinghe, President of Sri Lanka, on 20 July 2022.",
    "IND LKA",
  ],
  [
    "Prime Minister Shri Narendra Modi received a telephone call from H.E. Mr. Anthony Albanese, Prime Minister of Australia.",
    "IND AUS",
  ],
  [
    "Foreign Secretary Shri Vinay Kwatra co-chaired the consultations with his Bhutanese counterpart, Aum Pema Choden.",
    "IND BTN",
  ],
  [
    "Secretary (West) Smt. Anjali Rao met Deputy Minister of Foreign Affairs of Latvia Andris Kalnins.",
    "IND LVA",
    { publisher: "mea.gov.in" },
  ],
  [
    "Russian Foreign Minister Sergey Lavrov held talks with Foreign Minister of the Republic of Mali Abdoulaye Diop.",
    "RUS MLI",
  ],
  [
    "On May 5, Deputy Foreign Minister Viktor Orlov received Ambassador Extraordinary and Plenipotentiary of Angola to Russia Manuel Teixeira.",
    "RUS AGO",
  ],
  [
    "Foreign Minister Sergey Lavrov had a telephone conversation with Foreign Minister of the Sultanate of Oman Badr Albusaidi.",
    "RUS OMN",
  ],
  [
    "President of Russia Vladimir Putin had a telephone conversation with President of the Republic of Belarus Alexander Lukashenko.",
    "RUS BLR",
  ],
  [
    "Mr. HAYASHI Yoshimasa, Minister for Foreign Affairs of Japan, held a telephone talk with Mr. Antony Blinken, Secretary of State of the United States.",
    "JPN USA",
  ],
  [
    "Ms. KAMIKAWA Yoko, Minister for Foreign Affairs, paid a courtesy call on H.E. Mr. Bongbong Marcos, President of the Republic of the Philippines.",
    "JPN PHL",
  ],
  [
    "On June 2, Mr. TAKEI Shunsuke, State Minister for Foreign Affairs of Japan, received a courtesy call from H.E. Mr. Paulo Almeida, Ambassador of Cabo Verde to Japan.",
    "JPN CPV",
  ],
  [
    "Prime Minister Kishida held a summit meeting with H.E. Mr. Olaf Scholz, Federal Chancellor of the Federal Republic of Germany.",
    "JPN DEU",
  ],
  [
    "Minister of Foreign Affairs Hakan Fidan met with Hissein Brahim Taha, Secretary General of the Organization of Islamic Cooperation, and Ararat Mirzoyan, Foreign Minister of Armenia, in Antalya.",
    "TUR ARM",
  ],
  [
    "Turkish Foreign Minister Mevlüt Çavuşoğlu met his Emirati counterpart Sheikh Abdullah bin Zayed Al Nahyan.",
    "TUR ARE",
  ],
  [
    "H.E. Hakan Fidan, Minister of Foreign Affairs of the Republic of Türkiye, met with H.E. Enrique Manalo, Secretary of Foreign Affairs of the Philippines.",
    "TUR PHL",
  ],
  [
    "Foreign Minister Bilawal Bhutto Zardari spoke by phone with the Foreign Minister of Kuwait, Sheikh Salem Abdullah Al-Jaber Al-Sabah.",
    "PAK KWT",
  ],
  [
    "Foreign Secretary of Pakistan Sohail Mahmood received the Special Envoy of the Netherlands for Afghanistan, Emiel de Bont.",
    "PAK NLD",
  ],
  [
    "Deputy Prime Minister and Foreign Minister Senator Ishaq Dar met Foreign Secretary David Lammy of the United Kingdom.",
    "PAK GBR",
  ],
  [
    "Iran's Foreign Minister Hossein Amir-Abdollahian conferred on the phone with his Omani opposite number Badr al-Busaidi.",
    "IRN OMN",
  ],
  [
    "Foreign Minister Hakan Fidan of Turkey held a phone call with Hossein Amir-Abdollahian, Minister of Foreign Affairs of Iran.",
    "IRN TUR",
  ],
  [
    "Minister Jaishankar met Leader of the Opposition Sajith Premadasa. He praised Sri Lanka's people and Sri Lanka's history.",
    "IND LKA",
    { publisher: "mea.gov.in" },
  ],
  [
    "In a phone call on Monday, Foreign Minister Hossein Amirabdollahian and Minister of Foreign Affairs of Finland Pekka Haavisto discussed consular issues.",
    "IRN FIN",
  ],
  [
    "Secretary of Iran's Supreme National Security Council Ali Shamkhani met with Nikolai Patrushev, secretary of Russia's Security Council.",
    "IRN RUS",
  ],
  [
    "HRH Crown Prince Mohammed bin Salman bin Abdulaziz Al Saud, Prime Minister, received at Al-Salam Palace in Jeddah the President of the French Republic Emmanuel Macron.",
    "SAU FRA",
  ],
  [
    "His Highness Prince Faisal bin Farhan bin Abdullah, Minister of Foreign Affairs, received in Riyadh today Foreign Minister of the Republic of Tajikistan Sirojiddin Muhriddin.",
    "SAU TJK",
  ],
  [
    "The Custodian of the Two Holy Mosques King Salman bin Abdulaziz Al Saud received a written message from President Felix Tshisekedi of the Democratic Republic of the Congo.",
    "SAU COD",
  ],
  [
    "High Representative/Vice-President Josep Borrell met today with the Foreign Minister of Moldova, Nicu Popescu.",
    "MDA",
  ],
  ["HR/VP Kaja Kallas spoke with Foreign Minister Gideon Sa'ar of Israel on Thursday.", "ISR"],
  ["The Secretary-General met with H.E. Mr. William Ruto, President of the Republic of Kenya.", "KEN"],
  [
    "The Secretary-General spoke by telephone with Her Excellency Ms. Sheikh Hasina, Prime Minister of the People's Republic of Bangladesh.",
    "BGD",
  ],
  [
    "Minister of Foreign Affairs of Ukraine Dmytro Kuleba met with his Lithuanian counterpart Gabrielius Landsbergis in Kyiv.",
    "UKR LTU",
  ],
  [
    "Head of the Office of the President of Ukraine Andriy Yermak held a phone call with Jake Sullivan, National Security Advisor to the President of the United States.",
    "UKR USA",
  ],
  ["Volodymyr Zelenskyy spoke with the Prime Minister of Spain Pedro Sánchez.", "UKR ESP"],
  [
    "Foreign Minister Park Jin had a telephone conversation with Melanie Joly, Minister of Foreign Affairs of Canada, on April 5.",
    "KOR CAN",
  ],
  [
    "First Vice Foreign Minister Kim Hong-kyun met with Vice Minister for Foreign Affairs of Japan Masataka Okano.",
    "KOR JPN",
    { publisher: "Ministry of Foreign Affairs, Republic of Korea" },
  ],
  [
    "Minister Cho Tae-yul met with Bui Thanh Son, Deputy Prime Minister and Minister of Foreign Affairs of Viet Nam.",
    "KOR VNM",
  ],
  [
    "Deputy Prime Minister - Minister of Foreign Affairs of Kazakhstan Murat Nurtleu held talks with Foreign Minister of Kyrgyzstan Jeenbek Kulubaev.",
    "KAZ KGZ",
  ],
  [
    "Deputy Foreign Minister of Kazakhstan Roman Vassilenko received newly appointed Ambassador of Estonia Jaap Ora.",
    "KAZ EST",
  ],
  [
    "Kassym-Jomart Tokayev received President of the European Council Charles Michel and President of Turkmenistan Serdar Berdimuhamedov.",
    "KAZ TKM",
  ],
  [
    "Egyptian Minister of Foreign Affairs Sameh Shoukry received UN Special Envoy for Libya Abdoulaye Bathily and Greek Foreign Minister Nikos Dendias.",
    "EGY GRC",
  ],
  [
    "President Abdel Fattah El-Sisi received the Chairman of Sudan's Transitional Sovereignty Council, Lieutenant General Abdel Fattah Al-Burhan.",
    "EGY SDN",
  ],
  [
    "Secretary for Foreign Affairs Enrique A. Manalo spoke with Norwegian Foreign Minister Espen Barth Eide.",
    "PHL NOR",
  ],
  [
    "Secretary of Foreign Affairs of the Philippines Teodoro Locsin Jr. met Vietnamese Foreign Minister Bui Thanh Son.",
    "PHL VNM",
  ],
  [
    "Minister Mauro Vieira received the Minister of Foreign Affairs of Suriname, Albert Ramdin, at the Itamaraty Palace.",
    "BRA SUR",
  ],
  [
    "The Minister of Foreign Affairs, Ambassador Mauro Vieira, met with the Secretary of State of the Holy See, Cardinal Pietro Parolin.",
    "BRA VAT",
  ],
  [
    "The Chairperson of the African Union Commission, H.E. Moussa Faki Mahamat, met with the Foreign Minister of Djibouti, H.E. Mahmoud Ali Youssouf.",
    "DJI",
  ],
  ["President João Lourenço received in audience Portuguese Prime Minister António Costa.", "AGO PRT"],
  [
    "The Minister for Foreign Affairs, Mr. Osman Saleh, met and held talks with Mr. Demeke Mekonnen, Deputy Prime Minister and Minister of Foreign Affairs of Ethiopia.",
    "ERI ETH",
  ],
  [
    "Minister of Foreign Affairs Dr. Ayman Safadi received a phone call from his Iraqi counterpart, Dr. Fuad Hussein.",
    "JOR IRQ",
  ],
  [
    "His Majesty King Abdullah II received US Deputy Special Envoy Morgan Ortagus in Amman.",
    "JOR USA",
    { date: "2025-03-01" },
  ],
  [
    "Sultan Haitham bin Tarik received Sheikh Tamim bin Hamad Al Thani, Amir of the State of Qatar.",
    "OMN QAT",
  ],
  [
    "Prime Minister and Minister of Foreign Affairs HE Sheikh Mohammed bin Abdulrahman bin Jassim Al-Thani met with HE Minister of Foreign Affairs of the Kingdom of Belgium Hadja Lahbib.",
    "QAT BEL",
  ],
  [
    "Minister of State at the Ministry of Foreign Affairs HE Sultan bin Saad Al Muraikhi met with HE Foreign Minister of the Republic of Gambia Dr. Mamadou Tangara.",
    "QAT GMB",
    { publisher: "mofa.gov.qa" },
  ],
  [
    "Minister for Foreign Affairs Senator the Hon Penny Wong met Solomon Islands Foreign Minister Jeremiah Manele.",
    "AUS SLB",
  ],
  [
    "Minister for Foreign Affairs Dr Vivian Balakrishnan hosted Minister of Foreign Affairs of Timor-Leste Adaljiza Magno to lunch.",
    "SGP TLS",
  ],
  [
    "Foreign Affairs Minister Nanaia Mahuta spoke with Tongan Foreign Minister Fekitamoeloa 'Utoikamanu.",
    "NZL TON",
  ],
  [
    "Mr. Stéphane Séjourné, Minister for Europe and Foreign Affairs, spoke with his Lebanese counterpart, Abdallah Bou Habib.",
    "FRA LBN",
  ],
  [
    "Federal Foreign Minister Annalena Baerbock met her Senegalese counterpart, Aïssata Tall Sall, in Berlin.",
    "DEU SEN",
  ],
  [
    "Foreign Minister Antonio Tajani met at the Farnesina with the Libyan Foreign Minister, Najla el Mangoush.",
    "ITA LBY",
  ],
  [
    "Polish Deputy Foreign Minister Paweł Jabłoński met Georgia's Deputy Foreign Minister Teimuraz Janjalia.",
    "POL GEO",
  ],
  [
    "Minister for Foreign Affairs and Defence of Ireland Micheál Martin met Riyad al-Maliki, the Palestinian foreign minister.",
    "IRL PSE",
  ],
  [
    "Foreign Minister Tobias Billström and Finland's Foreign Minister Elina Valtonen met Icelandic Foreign Minister Bjarni Benediktsson.",
    "SWE FIN ISL",
  ],
  [
    "Secretary of State for Foreign, Commonwealth and Development Affairs David Cameron met Armenian Prime Minister Nikol Pashinyan.",
    "GBR ARM",
  ],
  [
    "Cuban Foreign Minister Bruno Rodríguez Parrilla met his Nicaraguan counterpart Denis Moncada.",
    "CUB NIC",
  ],
  [
    "The Secretary of Foreign Affairs, Alicia Bárcena, spoke with Guatemala's Foreign Minister, Carlos Ramiro Martínez.",
    "MEX GTM",
  ],
  ["Chancellor Luis Gilberto Murillo received the Foreign Minister of Honduras, Enrique Reina.", "COL HND"],
  [
    "Deputy Prime Minister and Minister for Foreign Affairs Don Pramudwinai of Thailand received U Wunna Maung Lwin, Union Minister for Foreign Affairs of Myanmar.",
    "THA MMR",
  ],
  [
    "Lao Deputy Prime Minister Saleumxay Kommasith received Cambodian Foreign Minister Prak Sokhonn.",
    "LAO KHM",
  ],
  [
    "General Secretary Nguyen Phu Trong held talks with General Secretary of the Lao People's Revolutionary Party and President of Laos Thongloun Sisoulith.",
    "VNM LAO",
  ],
  [
    "Party General Secretary and State President To Lam welcomed Malaysian Prime Minister Anwar Ibrahim.",
    "VNM MYS",
    { date: "2025-03-01" },
  ],
  [
    "Israeli Foreign Minister Eli Cohen spoke with Bahrain's Foreign Minister Dr. Abdullatif bin Rashid Al Zayani.",
    "ISR BHR",
  ],
  [
    "Minister of Foreign Affairs Jeyhun Bayramov met with the Special Representative of the President of Uzbekistan, Ismatulla Irgashev.",
    "AZE UZB",
  ],
  [
    "President Ilham Aliyev received a delegation led by Hungarian Minister of Foreign Affairs and Trade Péter Szijjártó.",
    "AZE HUN",
  ],
  [
    "Gen. (ret.) Prabowo Subianto, President-elect of Indonesia, called on Malaysia's King, Sultan Ibrahim.",
    "IDN MYS",
  ],
  [
    "Acting Foreign Minister of Afghanistan Amir Khan Muttaqi received Iranian Special Representative Hassan Kazemi Qomi.",
    "AFG IRN",
  ],
  [
    "Rwandan Foreign Minister Olivier Nduhungirehe and Congolese Foreign Minister Thérèse Kayikwamba Wagner met under the mediation of Angolan President João Lourenço.",
    "RWA COD AGO",
  ],
  [
    "South African Minister of International Relations and Cooperation Dr Naledi Pandor hosted Minister Yusuf Tuggar of Nigeria.",
    "ZAF NGA",
  ],
  [
    "Dr Musalia Mudavadi, Prime Cabinet Secretary and Cabinet Secretary for Foreign and Diaspora Affairs of Kenya, met Somali Minister Ahmed Moalim Fiqi.",
    "KEN SOM",
  ],
  [
    "Algerian Foreign Minister Ahmed Attaf spoke with his Tunisian counterpart Nabil Ammar and with his Burkinabe counterpart Karamoko Jean Marie Traore.",
    "DZA TUN BFA",
  ],
  [
    "The late Ebrahim Raisi, then president of Iran, and caretaker Prime Minister Anwaar-ul-Haq Kakar of Pakistan had met in New York.",
    "IRN PAK",
  ],
  [
    "Venezuelan Vice President Delcy Rodríguez, Trinidad and Tobago Energy Minister Stuart Young and Dominican Foreign Minister Roberto Álvarez met.",
    "VEN TTO DOM",
  ],
  [
    "Bulgarian caretaker Foreign Minister Ivan Kondov met Croatian Minister of Foreign and European Affairs Gordan Grlić Radman.",
    "BGR HRV",
  ],
  [
    "Ambassador Linda Thomas-Greenfield, the United States Permanent Representative to the United Nations, met with Ghana's Permanent Representative Harold Agyeman.",
    "USA GHA",
  ],
  [
    "Nepal's Foreign Minister Dr Arzu Rana Deuba and Chinese Ambassador Chen Song discussed the framework.",
    "NPL CHN",
  ],
  [
    "Uzbek Foreign Minister Bakhtiyor Saidov received Ms. Roza Otunbayeva, former President of Kyrgyzstan and Special Representative of the UN Secretary-General.",
    "UZB KGZ",
  ],
];

it.each(READOUTS)("whose people: %s", (text, countries, circumstances = {}) => {
  expect(countriesOfPeople(text, circumstances)).toEqual(countries.split(" ").sort());
});

it.each([
  [
    "Foreign Minister Adil Nassar met Malian Foreign Minister Abdoulaye Keita. They discussed Ukraine.",
    "MLI",
  ],
  ["The minister met reporters. Peru and Chile had talks. Nobody came.", ""],
  ["Kenya's foreign minister spoke of the ambassador to Japan.", "KEN"],
  ["The UN Special Envoy for Yemen met Omani Foreign Minister Salim Badri.", "OMN"],
  ["President Duarte Viana, Kenyan Foreign Minister Peter Otieno and others met.", "KEN"],
])("nobody's country is guessed: %s", (text, countries) => {
  expect(countriesOfPeople(text, {})).toEqual(countries.split(" ").filter(Boolean).sort());
});
