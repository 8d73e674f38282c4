#include "app/inspel/files.hpp"
#include "app/site/setup.hpp"
#include "app/site/site.hpp"
#include "base/text.hpp"
#include "store/inspel/original_file_store.hpp"
#include "store/site/site_store.hpp"
#include "web/site/desk/form.hpp"
#include "web/site/desk/pages.hpp"

namespace medskapa::web::site::desk {
namespace {

/// "Vad beslutas? | En strategi", one a line.
std::string lines_of(const std::vector<Fact>& facts, Language language) {
    std::string lines;
    for (const auto& fact : facts)
        lines += fact.question.only_in(language) + " | " + fact.answer.only_in(language) + '\n';
    return lines;
}

void read_facts(std::vector<Fact>& facts, const std::string& lines, Language language) {
    std::size_t index = 0;
    for (const auto& raw : text::split(text::cleaned(lines), '\n')) {
        const auto line = text::one_line(raw);
        if (line.empty()) continue;
        if (index == facts.size()) facts.emplace_back();
        const auto bar = std::min(line.find('|'), line.size());
        facts[index].question.set(language, text::trimmed(line.substr(0, bar)));
        facts[index].answer.set(language, text::trimmed(line.substr(std::min(bar + 1, line.size()))));
        ++index;
    }
}

/// The name of the tick that offers the process in a language.
std::string offer_of(Language language) {
    return name_in("sprak", language);
}

Languages languages_ticked(const Reader& in) {
    Languages languages{Language::sv};
    for (const auto language : all_languages())
        if (language != Language::sv && in.is_ticked(offer_of(language))) languages.push_back(language);
    return languages;
}

void put_what_pages_say(Values& values, const Process& p) {
    put(values, "titel", p.name);
    put(values, "rad", p.tagline);
    put(values, "fraga", p.question);
    put(values, "ingress", p.summary);
    put(values, "beslutas", p.decided);
    put(values, "vem", p.decided_by);
    put(values, "lag", p.law);
    put(values, "metod", p.method);
    put(values, "hantering", p.handling);
    put(values, "kontakt", p.contact_role);
    for (const auto language : all_languages())
        values[name_in("fakta", language)] = lines_of(p.facts, language);
}

Values values_of(const Process& p) {
    Values values;
    put_what_pages_say(values, p);
    for (const auto language : p.languages)
        if (language != Language::sv) values[offer_of(language)] = "ja";
    values["epost"] = p.contact_email;
    values["telefon"] = p.contact_phone;
    values["hashtag"] = p.hashtag;
    values["dagar"] = std::to_string(p.answer_days);
    return values;
}

void read_what_pages_say(Process& process, const Reader& in) {
    process.name = in.localized("titel");
    process.tagline = in.localized("rad");
    process.question = in.localized("fraga");
    process.summary = in.localized("ingress");
    process.decided = in.localized("beslutas");
    process.decided_by = in.localized("vem");
    process.law = in.localized("lag");
    process.method = in.localized("metod");
    process.handling = in.localized("hantering");
    process.contact_role = in.localized("kontakt");
    process.facts.clear();
    for (const auto language : all_languages())
        read_facts(process.facts, in.line(name_in("fakta", language)), language);
}

Result<Process> process_from(const Visit& visit, const Values& values) {
    Reader in{values};
    auto process = *visit.process;
    read_what_pages_say(process, in);
    process.languages = languages_ticked(in);
    process.contact_email = text::one_line(in.line("epost"));
    process.contact_phone = text::one_line(in.line("telefon"));
    process.hashtag = text::one_line(in.line("hashtag"));
    const auto days = Visit::number(in.line("dagar"));
    if (!days || *days > 365) in.complain("dagar", N_("Write a number of days from 1 to 365"));
    process.answer_days = days.value_or(process.answer_days);
    return in.finished(process);
}

/// What is said of the process, in each language.
void add_what_pages_say(Form& form, const Visit& visit) {
    const auto& words = visit.words;
    const auto localized = [&](const Entry& entry) { form.in_each_language(entry, visit); };
    localized({"titel", words("Name of the process"), Kind::line, Needed::yes});
    localized({"rad", words("One line below the name"), Kind::line, Needed::no,
        words("Shown on every page. For example: Regional development strategy of Region X")});
    localized({"fraga", words("Headline of the start page"), Kind::line, Needed::no,
        words("A question that people want to answer. Without one the name stands there.")});
    localized({"ingress", words("In short"), Kind::text});
    localized({"beslutas", words("What is decided"), Kind::line});
    localized({"vem", words("By whom, and who leads the work"), Kind::line});
    localized({"fakta", words("Questions and answers"), Kind::text, Needed::no,
        words("One a line, with a bar between: Who decides? | The assembly")});
    localized({"lag", words("What the law asks for"), Kind::text});
    localized({"metod", words("How we work"), Kind::text});
    localized({"hantering", words("What happens to what you write"), Kind::text});
    localized({"kontakt", words("Whom one can ask"), Kind::line});
}

Form form_of(const Visit& visit) {
    const auto& words = visit.words;
    Form form{words("About the process"), words("What the start page and the page About say.")};
    add_what_pages_say(form, visit);
    form.one({"epost", words("E-mail for questions"), Kind::line, Needed::yes});
    form.one({"telefon", words("Telephone for questions"), Kind::line});
    form.one({"hashtag", words("Hashtag"), Kind::line});
    form.one({"dagar", words("Days until an issue is to be answered"), Kind::line, Needed::yes});
    for (const auto language : all_languages())
        if (language != Language::sv)
            form.one({offer_of(language), words("Offer the pages in this language: {}", language.name()),
                Kind::tick});
    return form;
}

Values standing_process(const Visit& visit, sql::Connection& db) {
    return values_of(*store::find_process(db, visit.process->id));
}

Values values_of(const InspelChoices& choices, const Languages& languages) {
    Values values;
    for (const auto& topic : choices.topics) values["amnen"] += app::line_of(topic.title, languages) + '\n';
    for (const auto& place : choices.municipalities)
        values["kommuner"] += place.code + ' ' + place.name + '\n';
    for (const auto& subject : choices.subjects)
        values["delar"] += subject.key + " | " + app::line_of(subject.title, languages) + '\n';
    return values;
}

Values standing_choices(const Visit& visit, sql::Connection& db) {
    const auto id = visit.process->id;
    auto values = values_of(
        InspelChoices{store::topics_of(db, id), store::subjects_of(db, id), store::municipalities_of(db, id)},
        visit.process->languages);
    values["filer"] = name_of(store::files_taken_by(db, id));
    return values;
}

/// All that the page of choices offers.
struct Offered {
    InspelChoices choices;
    FileKinds files;
};

Form choices_form(const Visit& visit) {
    const auto& words = visit.words;
    return {words("Topics, municipalities and parts of the strategy"),
        words("Add lines, or give known ones new words. A line that you take away stays, for the inspel that "
              "have "
              "chosen it."),
        {{"amnen", words("Topics"), Kind::text, Needed::no,
             words("One a line, in each language of the process: Resor / Travel")},
            {"kommuner", words("Municipalities"), Kind::text, Needed::no,
                words("One a line, with its code: 2303 Ragunda")},
            {"delar", words("Parts of the strategy"), Kind::text, Needed::no,
                words("One a line, with an address: resor | Resor och transporter / Travel and transport")},
            {"filer", words("Files with an inspel"), Kind::choice, Needed::yes,
                words("An answer to a referral may always come as any of them."),
                ui::choices_of<FileKinds>(words)}}};
}

}  // namespace

Response process(const Visit& visit) {
    const auto standing = standing_process(visit, visit.db);
    return form_page(visit, form_of(visit), standing, standing);
}

Response save_process(const Visit& visit) {
    return saved_or_again(
        visit, form_of(visit), [&](const Values& typed) { return process_from(visit, typed); },
        [&](sql::Connection& db) { return standing_process(visit, db); },
        [&](auto& act, const Process& changed) { return app::describe_process(act, changed); });
}

Response choices(const Visit& visit) {
    const auto standing = standing_choices(visit, visit.db);
    return form_page(visit, choices_form(visit), standing, standing);
}

Response save_choices(const Visit& visit) {
    return saved_or_again(
        visit, choices_form(visit),
        [&](const Values& typed) {
            Reader in{typed};
            const auto& languages = visit.process->languages;
            const auto files = in.choice<FileKinds>("filer");
            return in.finished(Offered{{app::topics_from(in.line("amnen"), languages),
                                           app::subjects_from(in.line("delar"), languages),
                                           app::municipalities_from(in.line("kommuner"))},
                files});
        },
        [&](sql::Connection& db) { return standing_choices(visit, db); },
        [&](auto& act, const Offered& offered) -> Result<FileKinds> {
            const auto choices = app::offer_choices(act, offered.choices);
            if (!choices) return tl::unexpected{choices.error()};
            return app::take_files(act, offered.files);
        });
}

}  // namespace medskapa::web::site::desk
