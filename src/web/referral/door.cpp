#include "web/referral/door.hpp"

#include "domain/document/comparison.hpp"
#include "store/document/document_store.hpp"
#include "store/referral/referral_store.hpp"
#include "web/document/addresses.hpp"
#include "web/markup/markdown.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/words.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"
#include "web/words/weekday.hpp"

#include <fmt/format.h>
#include <map>

namespace medskapa::web::referral {
namespace {

/// The text in force when it was sent out: the newest adopted version before it, or else the frozen one
/// before it.
std::optional<Version> compared_with(sql::Connection& db, const Version& sent) {
    std::optional<Version> adopted, frozen;
    for (const auto& version : store::versions_of(db, sent.document)) {
        if (version.number >= sent.number || !version.frozen_at) continue;
        auto& newest = version.kind == Version::Kind::adopted ? adopted : frozen;
        if (!newest || version.number > newest->number) newest = version;
    }
    return adopted ? adopted : frozen;
}

std::string days_left(const Words& words, Day last, Day today) {
    if (today > last) return words("The time for answers has run out.");
    if (today == last) return words("It is the last day.");
    return words.count("{} day left", "{} days left", (last - today).count());
}

Html fact(const std::string& name, const Html& value) {
    return html("<dt>{}</dt><dd>{}</dd>", name, value);
}

}  // namespace

Html facts_view(const Visit& visit, const Referral& referral, Day last) {
    const auto& words = visit.words;
    auto facts = fact(words("Answer by"), html("<strong>{}</strong> {} {}", with_weekday(last, words),
                                              words("at 23.59."), days_left(words, last, visit.today())));
    if (!referral.case_number.empty())
        facts += fact(words("Our case number"), html("{}", referral.case_number));
    facts += fact(words("The text"),
        html(R"(<a href="{}">{}</a>)", text_href(visit, referral), title_of(visit, referral)));
    return html(R"(<dl class="facts">{}</dl>)", facts);
}

Html questions_view(const Visit& visit, const Referral& referral) {
    if (referral.questions.empty()) return {};
    const auto& words = visit.words;
    const auto lines = store::lines_of(visit.db, referral.version);
    const auto about = [&](const ReferralQuestion& question) {
        for (const auto& line : lines)
            if (!question.code.empty() && line.node.code == question.code)
                return html(R"(<p class="meta">{}</p>)", words("About {}", line.text));
        return Html{};
    };
    return html("<section><h2>{}</h2><ol{}>{}</ol></section>", words("What we want you to answer"),
        words.lang("sv"), each(referral.questions, [&](const ReferralQuestion& question) {
            return html("<li><p>{}</p>{}</li>", question.text, about(question));
        }));
}

Html changes_view(const Visit& visit, const Referral& referral) {
    const auto& words = visit.words;
    const auto sent = store::find_version(visit.db, referral.version).value();
    const auto before = compared_with(visit.db, sent);
    if (!before) return {};
    const auto c = compared(store::lines_of(visit.db, before->id), store::lines_of(visit.db, sent.id));
    const auto document = store::find_document(visit.db, sent.document).value();
    const auto href = with_query(visit.href(address::comparison_page, document.code),
        {{"fran", std::to_string(before->number)}, {"till", std::to_string(sent.number)}});
    const auto title = before->kind == Version::Kind::adopted
                           ? words("What is new against the text in force")
                           : words("What is new against {}", before->title);
    return html("<section><h2>{}</h2>{}<p>{}</p></section>", title,
        ui::facts({{words("paragraphs are changed"), words.number(c.changed)},
            {words("are new"), words.number(c.added)}, {words("are removed"), words.number(c.removed)},
            {words("are the same"), words.number(c.same)}}),
        ui::button_link(href, words("Read the changes"), ui::Weight::quiet));
}

Html asked_view(const Visit& visit, const Referral& referral) {
    const auto& words = visit.words;
    const auto parties = store::parties_of(visit.db, referral.id);
    std::map<Party::Kind, std::int64_t> kinds;
    std::int64_t answered = 0;
    for (const auto& party : parties) {
        ++kinds[party.kind];
        if (party.has_sent()) ++answered;
    }
    if (parties.empty()) return {};
    return html(
        R"(<section><h2>{title}</h2><p>{sum}</p><ul>{kinds}</ul><p><a href="{href}">{all}</a></p></section>)",
        "title"_a = words("Whom we ask"),
        "sum"_a = words("{} are asked, {} have answered.",
            words.number(static_cast<std::int64_t>(parties.size())), words.number(answered)),
        "kinds"_a = each(kinds,
            [&](const auto& kind) {
                return html("<li>{}: {}</li>", shown(kind.first, words), words.number(kind.second));
            }),
        "href"_a = visit.href(address::referral_page, referral.number) + "#svaren",
        "all"_a = words("Everybody who is asked"));
}

Html letter_view(const Visit& visit, const Referral& referral) {
    return html("<section><h2>{}</h2><div{}>{}</div></section>", visit.words("The letter"),
        visit.words.lang("sv"), markdown(referral.letter));
}

}  // namespace medskapa::web::referral
