#include "app/site/setup.hpp"
#include "app/site/site.hpp"
#include "base/text.hpp"
#include "store/site/site_store.hpp"
#include "web/site/desk/form.hpp"
#include "web/site/desk/pages.hpp"

namespace medskapa::web::site::desk {
namespace {

/// "Vad beslutas? | En strategi", one a line.
std::string lines_of(const std::vector<Fact>& facts, std::string Localized::*language) {
    std::string lines;
    for (const auto& fact : facts) lines += fact.question.*language + " | " + fact.answer.*language + '\n';
    return lines;
}

std::vector<Fact> facts_from(const std::string& swedish, const std::string& english) {
    std::vector<Fact> facts;
    const auto read = [&](const std::string& lines, std::string Localized::*language) {
        std::size_t index = 0;
        for (const auto& raw : text::split(text::cleaned(lines), '\n')) {
            const auto line = text::one_line(raw);
            if (line.empty()) continue;
            if (index == facts.size()) facts.emplace_back();
            const auto bar = std::min(line.find('|'), line.size());
            facts[index].question.*language = text::trimmed(line.substr(0, bar));
            facts[index].answer.*language = text::trimmed(line.substr(std::min(bar + 1, line.size())));
            ++index;
        }
    };
    read(swedish, &Localized::sv);
    read(english, &Localized::en);
    return facts;
}

Values values_of(const Process& p) {
    Values values;
    put(values, "titel", p.name);
    put(values, "fraga", p.question);
    put(values, "ingress", p.summary);
    put(values, "beslutas", p.decided);
    put(values, "vem", p.decided_by);
    put(values, "lag", p.law);
    put(values, "metod", p.method);
    put(values, "hantering", p.handling);
    put(values, "kontakt", p.contact_role);
    values["fakta"] = lines_of(p.facts, &Localized::sv);
    values["fakta-en"] = lines_of(p.facts, &Localized::en);
    values["epost"] = p.contact_email;
    values["telefon"] = p.contact_phone;
    values["hashtag"] = p.hashtag;
    values["dagar"] = std::to_string(p.answer_days);
    return values;
}

Result<Process> process_from(const Visit& visit, const Values& values) {
    Reader in{values};
    auto process = *visit.process;
    process.name = in.both("titel");
    process.question = in.both("fraga");
    process.summary = in.both("ingress");
    process.decided = in.both("beslutas");
    process.decided_by = in.both("vem");
    process.law = in.both("lag");
    process.method = in.both("metod");
    process.handling = in.both("hantering");
    process.contact_role = in.both("kontakt");
    process.facts = facts_from(in.line("fakta"), in.line("fakta-en"));
    process.contact_email = text::one_line(in.line("epost"));
    process.contact_phone = text::one_line(in.line("telefon"));
    process.hashtag = text::one_line(in.line("hashtag"));
    const auto days = Visit::number(in.line("dagar"));
    if (!days || *days > 365) in.complain("dagar", N_("Write a number of days from 1 to 365"));
    process.answer_days = days.value_or(process.answer_days);
    return in.finished(process);
}

Form form_of(const Visit& visit) {
    const auto& words = visit.words;
    Form form{words("About the process"), words("What the start page and the page About say.")};
    const auto both = [&](const Entry& entry) { form.both(entry, words); };
    both({"titel", words("Name of the process"), Kind::line, Needed::yes});
    both({"fraga", words("Headline of the start page"), Kind::line, Needed::no,
        words("A question that people want to answer. Without one the name stands there.")});
    both({"ingress", words("In short"), Kind::text});
    both({"beslutas", words("What is decided"), Kind::line});
    both({"vem", words("By whom, and who leads the work"), Kind::line});
    both({"fakta", words("Questions and answers"), Kind::text, Needed::no,
        words("One a line, with a bar between: Who decides? | The assembly")});
    both({"lag", words("What the law asks for"), Kind::text});
    both({"metod", words("How we work"), Kind::text});
    both({"hantering", words("What happens to what you write"), Kind::text});
    both({"kontakt", words("Whom one can ask"), Kind::line});
    form.one({"epost", words("E-mail for questions"), Kind::line, Needed::yes});
    form.one({"telefon", words("Telephone for questions"), Kind::line});
    form.one({"hashtag", words("Hashtag"), Kind::line});
    form.one({"dagar", words("Days until an issue is to be answered"), Kind::line, Needed::yes});
    return form;
}

Values standing_process(const Visit& visit, sql::Connection& db) {
    return values_of(*store::find_process(db, visit.process->id));
}

Values values_of(const InspelChoices& choices) {
    Values values;
    for (const auto& topic : choices.topics)
        values["amnen"] += topic.title.sv + (topic.title.en.empty() ? "" : " / " + topic.title.en) + '\n';
    for (const auto& place : choices.municipalities)
        values["kommuner"] += place.code + ' ' + place.name + '\n';
    for (const auto& subject : choices.subjects)
        values["delar"] += subject.key + " | " + subject.title.sv +
                           (subject.title.en.empty() ? "" : " / " + subject.title.en) + '\n';
    return values;
}

Values standing_choices(const Visit& visit, sql::Connection& db) {
    const auto id = visit.process->id;
    return values_of(InspelChoices{
        store::topics_of(db, id), store::subjects_of(db, id), store::municipalities_of(db, id)});
}

Form choices_form(const Visit& visit) {
    const auto& words = visit.words;
    return {words("The choices in the form"),
        words("Add lines, or give known ones new words. A line that you take away stays, for the inspel that "
              "have "
              "chosen it."),
        {{"amnen", words("Topics"), Kind::text, Needed::no,
             words("One a line, in Swedish and English: Resor / Travel")},
            {"kommuner", words("Municipalities"), Kind::text, Needed::no,
                words("One a line, with its code: 2303 Ragunda")},
            {"delar", words("Parts of the strategy"), Kind::text, Needed::no,
                words("One a line, with an address: resor | Resor och transporter / Travel and transport")}}};
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
        [](const Values& typed) {
            Reader in{typed};
            return in.finished(InspelChoices{app::topics_from(in.line("amnen")),
                app::subjects_from(in.line("delar")), app::municipalities_from(in.line("kommuner"))});
        },
        [&](sql::Connection& db) { return standing_choices(visit, db); },
        [&](auto& act, const InspelChoices& offered) { return app::offer_choices(act, offered); });
}

}  // namespace medskapa::web::site::desk
