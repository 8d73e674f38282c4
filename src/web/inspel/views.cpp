#include "web/inspel/views.hpp"

#include "base/text.hpp"
#include "store/document/cause_store.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/amendment_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/issue/promise_store.hpp"
#include "store/site/site_store.hpp"
#include "web/correction/note.hpp"
#include "web/document/addresses.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/note.hpp"
#include "web/ui/diff.hpp"
#include "web/words/weekday.hpp"

#include <algorithm>

namespace medskapa::web::inspel {
namespace {

constexpr std::size_t letters_in_list = 220;
constexpr const char* answers_language = "sv";  // whatever the inspel was written in
constexpr std::size_t letters_in_heading = 160;

/// Whether the words that the issue quotes are short enough to head it, and nobody gave it another title.
bool is_its_own_heading(const Issue& issue) {
    return !has_own_title(issue) && text::length(issue.quote) <= letters_in_heading;
}

struct Mark {
    std::size_t at;
    std::size_t end;
    int number;
};

std::vector<Mark> marks_in(const std::string& text, const std::vector<Issue>& issues) {
    std::vector<Mark> marks;
    for (const auto& issue : issues)
        if (const auto at = text.find(issue.quote); at != text.npos)
            marks.push_back({at, at + issue.quote.size(), issue.position});
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.at < b.at; });
    return marks;
}

Html outcomes_row(const store::OutcomeCounts& outcomes, const Words& words) {
    Html badges;
    for (const auto& [outcome, n] : outcomes) badges += ui::outcome_count(badge(outcome), n, words);
    if (badges.empty()) return html("<p class=\"meta\">{}</p>", words("Read, not yet split into issues"));
    return html("<p class=\"row\">{}</p>", badges);
}

Html gone_view(const Visit& visit, const store::Judgement& judged) {
    if (judged.standing != Standing::gone) return {};
    return html("<p><strong>{}</strong></p>",
        visit.words("Removed again: the words are not in version {}", judged.version));
}

/// The words that the answer led to, before and after, once they can be read in a version.
Html change_view(const Visit& visit, const Answer& answer, const Issue& issue) {
    const auto change = store::find_change(visit.db, answer.change);
    const auto version = change ? store::find_version(visit.db, change->version) : std::nullopt;
    if (!version || !version->frozen_at) return {};
    const auto node = store::find_node(visit.db, change->node)->node;
    return html(R"(
<div class="changes"><article><h4><a href="{paragraph_href}">{title}</a></h4>{gone}{diff}<p class="meta"><a href="{change_href}">{all}</a></p></article></div>)",
        "paragraph_href"_a = visit.href(address::paragraph_page, node.code),
        "title"_a = visit.words("This is what it changed in {}", node.code),
        "gone"_a =
            gone_view(visit, store::judgement_of(visit.db, change->id, {Cause::Kind::issue, issue.id.value})),
        "diff"_a = ui::diff(
            store::words_of(visit.db, change->before), store::words_of(visit.db, change->after), visit.words),
        "change_href"_a = visit.href(address::change_page, change->number),
        "all"_a = visit.words("All that led to this change"));
}

Html answer_view(const Visit& visit, const Answer& answer, const Issue& issue) {
    return html(R"(
<div class="answer"><h4>{title}</h4><div{lang}>{text}</div>{corrections}</div>{change})",
        "title"_a = visit.words(
            "Answer from the region, {}", visit.words.day(visit.site.clock.day(*answer.published_at))),
        "lang"_a = visit.words.lang(answers_language), "text"_a = paragraphs(answer.text),
        "corrections"_a = correction::note(visit, Correction::Kind::answer, answer.id.value),
        "change"_a = change_view(visit, answer, issue));
}

const std::string& value_of(const Inspel& inspel, const SenderText& text, Reader reader) {
    return inspel.*(reader == Reader::sender ? text.sent : text.shown);
}

/// Whom the sender speaks for, or what kind of sender it is.
std::string sender_name(const Inspel& inspel, Reader reader, const Words& words) {
    for (const auto& text : sender_texts)
        if (const auto& value = value_of(inspel, text, reader); text.stands_for_sender && !value.empty())
            return value;
    return shown(inspel.actor_kind, words);
}

std::vector<ui::Fact> first_facts(const Inspel& inspel, const Surroundings& s, const Visit& visit) {
    std::vector<ui::Fact> facts{{{}, sender_name(inspel, Reader::everybody, visit.words)}};
    if (auto place = municipality_name(s, inspel.municipality, visit); !place.empty())
        facts.push_back({{}, place});
    facts.push_back({{}, visit.words.day(visit.site.clock.day(inspel.received_at))});
    facts.push_back({{}, reference(inspel)});
    return facts;
}

Html moves_view(const Visit& visit, const Issue& issue) {
    return each(store::moves_of(visit.db, issue.id), [&](const store::DeadlineMove& move) {
        return html("<p class=\"meta\">{}</p>",
            visit.words("The promised day was moved from {} to {}. Why: {}",
                with_weekday(move.from, visit.words), with_weekday(move.to, visit.words), move.reason));
    });
}

/// By when an answer is promised, of an issue that has none.
Html promise_view(const Visit& visit, const Issue& issue) {
    if (!issue.deadline) return {};
    const auto late = html(" <span class=\"late\">{}</span>", visit.words("The answer is late"));
    return html("<p class=\"meta\">{}{}</p>",
        visit.words("An answer is promised by {}", with_weekday(*issue.deadline, visit.words)),
        when(*issue.deadline < visit.today(), late));
}

Html issue_view(const Issue& issue, const std::string& language, const Visit& visit) {
    const auto answer = store::find_answer(visit.db, issue.answer);
    const bool is_answered = answer && answer->published_at;
    return html(R"(
<article class="point" aria-labelledby="p{position}">
  <header><h3 id="p{position}"{lang}>{title}</h3>{outcome}</header>
  <div{lang}>{quote}</div>{promise}{moves}{answer}
</article>)",
        "position"_a = issue.position, "title"_a = numbered_title(issue),
        "outcome"_a = ui::outcome(is_answered ? badge(answer->outcome) : ui::Outcome::wait, visit.words),
        "quote"_a = quote_view(issue), "promise"_a = is_answered ? Html{} : promise_view(visit, issue),
        "moves"_a = moves_view(visit, issue),
        "answer"_a = is_answered ? answer_view(visit, *answer, issue) : Html{},
        "lang"_a = visit.words.lang(language));
}

}  // namespace

Surroundings surroundings_of(const Visit& visit) {
    const auto id = visit.process->id;
    return {store::topics_of(visit.db, id), store::concerns_of(visit.db, id),
        store::municipalities_of(visit.db, id), store::steps_of(visit.db, id)};
}

std::string topic_title(const Surroundings& s, Id<Topic> id, const Visit& visit) {
    for (const auto& topic : s.topics)
        if (topic.id == id) return visit.in(topic.title);
    return {};
}

std::string municipality_name(const Surroundings& s, const std::string& code, const Visit& visit) {
    if (code == "outside") return visit.words("Outside the region");
    for (const auto& place : s.municipalities)
        if (place.code == code) return place.name;
    return {};
}

std::string concerns_title(const Surroundings& s, const std::string& key, const Visit& visit) {
    for (const auto& subject : s.subjects) {
        if (subject.key == key) return visit.in(subject.title);
        if (key.starts_with(subject.key + "-p")) return visit.in(subject.title) + " (" + key + ")";
    }
    return visit.words("The whole strategy");
}

std::string as_clause(DeclineReason reason, const Words& words) {
    auto clause = shown(reason, words);
    if (!clause.empty() && clause.front() >= 'A' && clause.front() <= 'Z') clause.front() += 'a' - 'A';
    return clause;
}

std::string reference(const Inspel& inspel) {
    return "I-" + std::to_string(inspel.number);
}

std::vector<ui::Fact> facts_of(
    const Visit& visit, const Surroundings& s, const Inspel& inspel, Reader reader) {
    const auto& words = visit.words;
    std::vector<ui::Fact> facts;
    if (reader == Reader::sender) {
        facts = {{words("Received"), received_at(visit, inspel)},
            {words("Concerns"), concerns_title(s, inspel.concerns, visit)},
            {words("Shown as"), sender_name(inspel, reader, words)}};
    } else {
        facts = first_facts(inspel, s, visit);
        if (reader == Reader::staff) facts.push_back({{}, shown(inspel.channel, words)});
        facts.push_back({{}, concerns_title(s, inspel.concerns, visit)});
    }
    for (const auto& text : sender_texts)
        if (const auto& value = value_of(inspel, text, reader); !text.stands_for_sender && !value.empty())
            facts.push_back({words(text.label), value});
    return facts;
}

std::string on_one_line(const std::vector<ui::Fact>& facts) {
    std::vector<std::string> parts;
    for (const auto& fact : facts)
        parts.push_back(fact.label.empty() ? fact.value : fact.label + ": " + fact.value);
    return fmt::format("{}", fmt::join(parts, " · "));
}

std::string meta_line(const Inspel& inspel, const Surroundings& s, const Visit& visit) {
    return on_one_line(first_facts(inspel, s, visit));
}

Html paragraphs(const std::string& text) {
    Html all;
    std::size_t from = 0;
    while (from <= text.size()) {
        const auto end = std::min(text.find("\n\n", from), text.size());
        if (end > from) all += html("<p>{}</p>", text.substr(from, end - from));
        from = end + 2;
    }
    return all;
}

std::string numbered_title(const Issue& issue) {
    const auto title = is_its_own_heading(issue) ? text::one_line(issue.quote) : issue.title;
    return std::to_string(issue.position) + ". " + title;
}

Html quote_view(const Issue& issue) {
    return is_its_own_heading(issue) ? Html{} : html("<blockquote><p>{}</p></blockquote>", issue.quote);
}

Html marked_text(const std::string& text, const std::vector<Issue>& issues) {
    Html all;
    std::size_t at = 0;
    for (const auto& mark : marks_in(text, issues)) {
        if (mark.at < at) continue;
        all += html("{before}<mark id=\"s{number}\"><sup data-added>{number}</sup>{text}</mark>",
            "before"_a = text.substr(at, mark.at - at), "number"_a = mark.number,
            "text"_a = text.substr(mark.at, mark.end - mark.at));
        at = mark.end;
    }
    return html("<div class=\"original as-typed\" data-markable>{}{}</div>", all, text.substr(at));
}

Html proposal_view(const Inspel& inspel, const Visit& visit, Reader reader) {
    const auto amendment = store::amendment_of(visit.db, inspel.id);
    if (!amendment) return {};
    const auto& text = reader == Reader::sender ? amendment->text : amendment->shown_text;
    if (text.empty()) return {};
    const auto code = store::find_node(visit.db, amendment->node)->node.code;
    return html(R"(
<section class="changes"><h2><a href="{}">{}</a></h2>{}</section>)",
        visit.href(address::paragraph_page, code), visit.words("Proposed words for {}", code),
        ui::diff(store::words_of(visit.db, amendment->instead_of), text, visit.words));
}

Html row_view(const store::ListedInspel& row, const Surroundings& s, const Visit& visit) {
    const auto& inspel = row.inspel;
    return html(R"(
<li><article class="inspel-row">
  <h2><a href="{href}"{lang}>{title}</a></h2>
  <p class="meta">{meta}</p>
  <p{lang}>{text}</p>{outcomes}
</article></li>)",
        "href"_a = visit.href(address::inspel_page, inspel.number), "title"_a = inspel.shown_title,
        "meta"_a = meta_line(inspel, s, visit), "lang"_a = visit.words.lang(inspel.language),
        "text"_a = text::excerpt(inspel.shown_text, letters_in_list),
        "outcomes"_a = outcomes_row(row.outcomes, visit.words));
}

Html issues_view(const std::vector<Issue>& issues, const std::string& language, const Visit& visit) {
    return each(issues, [&](const Issue& issue) { return issue_view(issue, language, visit); });
}

}  // namespace medskapa::web::inspel
