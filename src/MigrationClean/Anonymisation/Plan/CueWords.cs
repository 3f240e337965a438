using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>The cue words of anonymisation §2.5 in English, Russian and Kyrgyz, and how they are looked for.</summary>
/// <remarks>A longer phrase takes its tokens from shorter cues: <c>айыл өкмөтү</c> is an area and no village, <c>эл. адрес</c> a mailbox and no house.</remarks>
internal static class CueWords
{
    /// <summary>The table.</summary>
    public static ImmutableArray<Concept> Concepts { get; } =
    [
        new(Topic.PersonName, PrivacyRole.Direct, """
            name, names, fullname, full name, firstname, first name, surname, lastname, last name, patronymic, nickname, signature, respondent_name,
            head_name, contact_person, имя, имени, имена, фио, ф.и.о, фамили*, отчеств*, прозвищ*, подпис*, контактн* лиц*,
            аты, аты-жөнү, ысым*, фамилия*, атасынын аты, лакап*, кол тамга*
            """),
        new(Topic.Contact, PrivacyRole.Direct, """
            phone, phones, mobile, cell, tel, telephone, whatsapp, telegram, viber, email, e-mail, mail, contact, contacts, instagram, facebook, account,
            iban, wallet, card, phone number, телефон*, тел, моб, номер тел*, номер* телефон*, ватсап*, вотсап*, телеграм*, почт*, эл. адрес, электрон* адрес*, контакт*,
            карт*, счет*, реквизит*, чөнтөк телефон*, байланыш*, номер*, почта*, эсеп*, карта*
            """),
        new(Topic.Document, PrivacyRole.Direct, """
            id number, national id, pin, inn, iin, ssn, snils, passport, document, visa, permit, patent no, пин, инн, иин, снилс, паспорт*,
            удостоверени*, документ* номер*, номер* документ*, документ* серия, сери* документ*, виза, патент* номер*, номер* патент*,
            жсн, жеке номер*, күбөлүк*, документ*
            """),
        new(Topic.CaseNumber, PrivacyRole.Linking, """
            case id, beneficiary id, household id, respondent id, person id, hhid, hh id, id, code, respondent code, дело №, код респондента, код*, идентификатор*
            """),
        new(Topic.Address, PrivacyRole.Direct, """
            address, street, house, flat, apartment, landmark, адрес*, улиц*, дом, кв, квартир*, ориентир, дарек*, көчө*, үй номер*, батир*, багыт*
            """),
        new(Topic.SmallPlace, PrivacyRole.Geo, """
            village, settlement, neighbourhood, neighborhood, school name, mosque, workplace name, село, айыл*, поселок, жилмассив, мкр, микрорайон,
            место работы название, название мест* работы, кыштак*, конуш*, жаңы конуш, иштеген жери
            """),
        new(Topic.Coordinates, PrivacyRole.Geo, """
            gps, lat, latitude, lon, lng, longitude, geopoint, coordinates, location, altitude, accuracy, координат*, широт*, долгот*, местоположени*,
            геоточк*, кеңдик, узундук, жайгашкан жер*
            """),
        new(Topic.Area, PrivacyRole.Quasi, "region, oblast, province, admin1, adm1, област*, регион*, облус*"),
        new(Topic.Subarea, PrivacyRole.Quasi, """
            district, rayon, raion, city, municipality, aiyl aimak, ayil aimak, admin2, admin3, admin4, adm2, adm3, adm4,
            район*, город*, айылный аймак, айыл окмоту, шаар*, аймак*, айыл аймаг*, айыл өкмөт*
            """),
        new(Topic.Birth, PrivacyRole.Quasi, """
            birth, dob, birthday, year of birth, date of birth, yob, год рождени*, дата рождени*, д.р., г.р., туулган*, туулган күн*, туулган жыл*
            """),
        new(Topic.Age, PrivacyRole.Quasi, "age, ages, возраст*, лет, жаш*"),
        new(Topic.Sex, PrivacyRole.Quasi, "sex, gender, male, female, пол, гендер*, мужч*, женщ*, жыныс*, эркек, аял"),
        new(Topic.Family, PrivacyRole.Quasi, """
            marital, married, spouse, husband, wife, child, children, household size, hh size, household members, household, family, dependants, dependents, relation to head,
            семейн*, брак*, супруг*, муж, жена, дет*, член* семьи, семь*, домохозяйств*, иждивен*,
            үй-бүлө*, никелүү, күйөө*, аял*, бала*, жубай*, көз каранды*, үй чарба*
            """),
        new(Topic.Origin, PrivacyRole.Quasi | PrivacyRole.Sensitive, """
            ethnic*, nationality, citizenship, tribe, language, religion, faith, этнич*, национальн*, гражданств*, язык*, религи*, вероисповед*,
            улут*, жарандык, тил*, дин*, ишеним*
            """),
        new(Topic.Work, PrivacyRole.Quasi, """
            education, school, degree, occupation, job, profession, sector, employer, employment, company, position, skill, skills, work,
            образован*, школ*, професс*, специальност*, должност*, работ*, отрасл*, работодател*, компани*,
            билим*, мектеп*, кесип*, адистик*, кызмат*, жумуш*, тармак*, иш берүүчү*
            """),
        new(Topic.Migration, PrivacyRole.Quasi, """
            country, destination, transit, route, departure, return, return date, duration, border, стран*, назначени*, транзит*, маршрут*, выезд*,
            возвращен*, срок*, границ*, өлкө*, барган*, кайткан*, жол*, мөөнөт*, чек ара
            """),
        new(Topic.Money, PrivacyRole.Sensitive, """
            income, salary, wage, wages, remittance, remittances, debt, debts, loan, loans, savings, expenditure, assets, land, livestock, доход*, зарплат*, зарабат*,
            перевод* денег, денежн* перевод*, долг*, кредит*, сбережени*, расход*, имуществ*, земл*, скот*,
            киреше*, айлык*, акча которуу*, карыз*, насыя*, чыгым*, мүлк*, жер*, мал
            """),
        new(Topic.Legal, PrivacyRole.Sensitive, """
            status, irregular, deport*, ban, blacklist, detained, detention, police, court, permit, registration, статус*, нелегал*, депорт*, запрет*, задерж*,
            полиц*, суд*, патент*, регистрац*, прописк*, тыюу*, кармал*, милиция*, полиция*, сот*, каттоо*
            """),
        new(Topic.Harm, PrivacyRole.Sensitive, """
            abuse, violence, harass*, exploit*, traffick*, forced, unpaid, confiscat*, threat, threats, gbv, rape, насили*, домогат*, эксплуат*,
            торговл* людьми, принуд*, невыплат*, отобрал*, угроз*, изнасил*, зомбулук*, кысым*, адам сат*, мажбур*, төлөнбө*, алып кой*, коркут*, зордук*
            """),
        new(Topic.Health, PrivacyRole.Quasi | PrivacyRole.Sensitive, """
            health, illness, chronic, disability, pregnant, hiv, tb, mental, difficulty, здоров*, болезн*, хронич*, инвалид*, беремен*, вич, туберкул*,
            психич*, трудност*, ден соолук*, оору*, майып*, кош бойлуу, кургак учук, психик*
            """),
        new(Topic.Consent, PrivacyRole.Consent, "consent, agree, permission, соглас*, разреш*, макул*, уруксат*"),
        new(Topic.FreeText, PrivacyRole.Text, """
            other, specify, comment, comments, remark, remarks, note, notes, explain, describe, друг*, уточн*, укаж*, коммент*, примечан*, поясн*, опиш*,
            башка*, тактаңыз, көрсөтүңүз, эскертүү*, түшүндүр*
            """),
        new(Topic.Interviewer, PrivacyRole.Paradata, """
            enumerator, interviewer, team, supervisor, device, интервьюер*, энумератор*, анкетер*, супервайзер*, жооптуу*
            """),
    ];

    private static readonly FrozenDictionary<string, ImmutableArray<(Cue Cue, Concept Concept)>> ByFirstToken = Concepts
        .SelectMany(concept => concept.Patterns.Select(cue => (Cue: cue, Concept: concept)))
        .GroupBy(x => x.Cue.FirstToken, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ImmutableArray<(Cue Cue, Concept Concept)>>.AlternateLookup<ReadOnlySpan<char>> Beginnings =
        ByFirstToken.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Topics named in a text, each with the cue that named it, in the order of the table. O(letters).</summary>
    public static ImmutableArray<(Concept Concept, string Cue)> Find(string text)
    {
        var tokens = CueText.Tokens(text);
        var matches = new List<(int At, Cue Cue, Concept Concept)>();
        for (var at = 0; at < tokens.Length; at++)
        {
            for (var length = 1; length <= tokens[at].Length; length++)
            {
                if (!Beginnings.TryGetValue(tokens[at].AsSpan(0, length), out var cues)) continue;
                foreach (var (cue, concept) in cues)
                    if (cue.Matches(tokens, at)) matches.Add((at, cue, concept));
            }
        }

        if (matches.Count == 0) return [];
        var found = new Dictionary<Topic, (Concept, string)>();
        var takenByPhrase = new int[tokens.Length];
        foreach (var (at, cue, concept) in matches.OrderByDescending(m => m.Cue.Length).ThenBy(m => m.At))
        {
            if (takenByPhrase.AsSpan(at, cue.Length).ContainsAnyInRange(cue.Length + 1, int.MaxValue)) continue;
            takenByPhrase.AsSpan(at, cue.Length).Fill(cue.Length);
            found.TryAdd(concept.Topic, (concept, cue.Text));
        }

        return [.. Concepts.Where(c => found.ContainsKey(c.Topic)).Select(c => found[c.Topic])];
    }
}
