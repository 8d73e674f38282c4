#include "web/plan/views.hpp"

#include "web/assessment/note.hpp"
#include "web/assessment/views.hpp"
#include "web/checklist/views.hpp"
#include "web/plan/addresses.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::plan {
namespace {

using Kind = PlanLine::Kind;
using Status = PromiseOutcome::Status;

std::vector<PlanLine> of_kind(const std::vector<PlanLine>& lines, Kind kind) {
    std::vector<PlanLine> found;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(found),
        [&](const PlanLine& one) { return one.kind == kind; });
    return found;
}

/// "The regional council · 17 February 2021"
Html text_and_day(const PlanLine& line, const Words& words) {
    Html all = line.text.empty() ? Html{} : ui::in_language(line.text, words);
    if (!line.day) return all;
    return html("{}{}{}", all, all.empty() ? "" : " · ", words.day(*line.day));
}

Html facts_of(const std::vector<PlanLine>& lines, const Words& words) {
    return each(lines, [&](const PlanLine& line) {
        return html(R"(<dt>{}</dt><dd class="as-typed">{}</dd>)", ui::in_language(line.name, words),
            text_and_day(line, words));
    });
}

Html fact(const std::string& name, const Localized& value, const Words& words) {
    if (value.empty()) return {};
    return html(R"(<dt>{}</dt><dd class="as-typed">{}</dd>)", name, ui::in_language(value, words));
}

Html titled_facts(const std::string& title, const Html& facts) {
    if (facts.empty()) return {};
    return html(R"(
<h2>{}</h2><dl class="facts">{}</dl>)",
        title, facts);
}

Html promised_view(const PlanLine& line, const Words& words) {
    return html(R"(<p class="as-typed"><span class="lab">{}</span>{}</p>)", words("Promised"),
        ui::in_language(line.way, words));
}

/// Whom it is to, and how they are affected.
Html group_head(const PlanLine& line, const Words& words) {
    return html(R"(<div><h3>{}</h3><p class="meta as-typed">{}</p></div>)", ui::in_language(line.name, words),
        ui::in_language(line.text, words));
}

Html outcome_view(const Visit& visit, const PromiseOutcome& outcome) {
    const auto& words = visit.words;
    return html(
        R"({status}<br><span class="as-typed">{text}</span><br><span class="meta">{noted}{evidence}</span>)",
        "status"_a = status_view(outcome.status, words),
        "text"_a = ui::in_language(outcome.text, "sv", words),
        "noted"_a = words("Written {} by {}", words.day(visit.site.clock.day(outcome.noted_at)),
                        assessment::shown_role(outcome.role, words)) +
                    (outcome.edition > 0 ? ", " + words("about edition {}", outcome.edition) : std::string{}),
        "evidence"_a = checklist::evidence_links(visit, outcome.evidence));
}

/// What was found before of the same promise, the newest first.
Html earlier_view(const Visit& visit, const PromiseOutcome& newest) {
    auto all = store::outcomes_of(visit.db, visit.process->id, newest.line);
    if (all.size() < 2) return {};
    all.erase(all.begin());
    return html(R"(<details class="more across"><summary>{}</summary>{}</details>)",
        visit.words("What was reported before"),
        each(all, [&](const PromiseOutcome& one) { return html("<p>{}</p>", outcome_view(visit, one)); }));
}

/// How earlier editions had the promise, where that was otherwise.
Html worded_before(const Visit& visit, const store::Promise& promise) {
    const auto& words = visit.words;
    return each(promise.earlier, [&](const store::Promise::Wording& one) {
        return html(R"(
<div class="across"><p class="meta"><a href="{href}">{edition}</a>: {name}. {text}</p>{promised}</div>)",
            "href"_a = visit.href(address::plan_edition_page, one.edition),
            "edition"_a = words("As edition {} had it", one.edition),
            "name"_a = ui::in_language(one.line.name, words),
            "text"_a = ui::in_language(one.line.text, words), "promised"_a = promised_view(one.line, words));
    });
}

Html promise_view(const Visit& visit, const store::Promise& promise, const PromiseOutcome* outcome) {
    const auto& words = visit.words;
    const auto gone = promise.is_taken_away
                          ? html(R"(<p class="meta across">{}</p>)",
                                words("It was promised until edition {}, and is not in the plan any more.",
                                    promise.edition))
                          : Html{};
    return html(R"(
<article class="pd" id="lofte-{number}">{head}{promised}<p><span class="lab">{done_label}</span>{done}</p>{before}{earlier}{gone}</article>)",
        "number"_a = promise.line.number, "head"_a = group_head(promise.line, words),
        "promised"_a = promised_view(promise.line, words), "done_label"_a = words("What was done"),
        "done"_a = outcome ? outcome_view(visit, *outcome) : untold_view(words),
        "before"_a = worded_before(visit, promise),
        "earlier"_a = outcome ? earlier_view(visit, *outcome) : Html{}, "gone"_a = gone);
}

Html typed_cell(const Localized& text, const Words& words) {
    return html(R"(<div class="as-typed">{}</div>)", ui::in_language(text, words));
}

/// Assessments that earlier editions promised and this one does not.
std::vector<store::Promise> taken_away(
    const std::vector<PlanLine>& lines, const std::vector<store::Promise>& promises) {
    std::vector<store::Promise> found;
    std::copy_if(promises.begin(), promises.end(), std::back_inserter(found), [&](const store::Promise& one) {
        const bool is_promised_anew = std::any_of(lines.begin(), lines.end(), [&](const PlanLine& line) {
            return line.kind == Kind::assessment && line.is_promised &&
                   line.template_code == one.line.template_code;
        });
        return one.is_taken_away && one.line.kind == Kind::assessment && !is_promised_anew;
    });
    return found;
}

}  // namespace

Html status_view(Status status, const Words& words) {
    const char* sign = status == Status::kept ? "met" : status == Status::partly ? "partly" : "gone";
    return html(R"(<span class="state {}">{}</span>)", sign, shown(status, words));
}

Html untold_view(const Words& words) {
    return html(R"(<span class="state na">{}</span>)", words("Not reported yet"));
}

Html purpose_view(const Visit& visit, const Plan& plan, const std::vector<PlanLine>& lines) {
    const auto& words = visit.words;
    auto facts = facts_of(of_kind(lines, Kind::decision), words);
    facts += fact(words("What can be influenced"), plan.open_to, words);
    facts += fact(words("What is fixed"), plan.fixed, words);
    return html(R"(
<h2>{title}</h2><p class="as-typed">{purpose}</p><dl class="facts">{facts}</dl>{days}{alternatives})",
        "title"_a = words("Purpose and decisions"), "purpose"_a = ui::in_language(plan.purpose, words),
        "facts"_a = facts,
        "days"_a = titled_facts(words("Days"), facts_of(of_kind(lines, Kind::occasion), words)),
        "alternatives"_a =
            titled_facts(words("Alternatives"), facts_of(of_kind(lines, Kind::alternative), words)));
}

Html assessments_view(const Visit& visit, const std::vector<PlanLine>& lines, Shows shows,
    const std::vector<store::Promise>& promises) {
    const auto& words = visit.words;
    const auto found = of_kind(lines, Kind::assessment);
    const auto gone = taken_away(lines, promises);
    if (found.empty() && gone.empty()) return {};
    const bool with_state = shows == Shows::promised_and_done;
    ui::Table table{.caption = words("Assessments that are done, and that are not"),
        .columns = {{words("Assessment")}, {words("Is it done?")}, {words("Why")}},
        .narrow = ui::Narrow::stacks};
    if (with_state) table.columns.push_back({words("How it stands")});
    for (const auto& line : found) {
        std::vector<Html> row{html("{}", assessment::name_of_kind(visit, line.template_code)),
            html("{}", line.is_promised ? words("yes") : words("no")), typed_cell(line.text, words)};
        if (with_state)
            row.push_back(line.is_promised ? assessment::kind_view(visit, line.template_code) : html("–"));
        table.rows.push_back(std::move(row));
    }
    for (const auto& one : gone) {
        std::vector<Html> row{html("{}", assessment::name_of_kind(visit, one.line.template_code)),
            html("{}", words("promised until edition {}", one.edition)), typed_cell(one.line.text, words)};
        if (with_state) row.push_back(assessment::kind_view(visit, one.line.template_code));
        table.rows.push_back(std::move(row));
    }
    return html("\n<h2>{}</h2>{}", words("Assessments"), ui::table(table));
}

Html groups_view(const Visit& visit, const std::vector<PlanLine>& lines) {
    const auto& words = visit.words;
    return html(R"(
<h2>{}</h2>{})",
        words("Who is affected, and how they can take part"),
        each(of_kind(lines, Kind::group), [&](const PlanLine& line) {
            return html(R"(
<article class="pd">{}{}</article>)",
                group_head(line, words), promised_view(line, words));
        }));
}

Html promises_view(const Visit& visit, const std::vector<store::Promise>& promises,
    const std::map<int, PromiseOutcome>& outcomes) {
    Html all;
    for (const auto& one : promises) {
        if (one.line.kind != Kind::group) continue;
        const auto known = outcomes.find(one.line.number);
        all += promise_view(visit, one, known == outcomes.end() ? nullptr : &known->second);
    }
    return html(R"(
<h2 id="lovat">{}</h2>{})",
        visit.words("Promised and done"), all);
}

Tally tally_of(const std::vector<store::Promise>& promises, const std::map<int, PromiseOutcome>& outcomes) {
    Tally tally;
    for (const auto& one : promises) {
        if (one.line.kind != Kind::group) continue;
        ++tally.all;
        const auto known = outcomes.find(one.line.number);
        if (known == outcomes.end()) continue;
        tally.kept += known->second.status == Status::kept;
        tally.partly += known->second.status == Status::partly;
        tally.broken += known->second.status == Status::broken;
    }
    return tally;
}

std::string finding_of(const Tally& tally, const Words& words) {
    if (tally.untold() == tally.all)
        return words.count("{} promise has been made. What comes of it will stand next to it.",
            "{} promises have been made. What comes of them will stand next to them.", tally.all);
    auto text = words("{} of {} promises are kept.", tally.kept, tally.all);
    if (tally.partly > 0) text += " " + words("Partly kept: {}.", tally.partly);
    if (tally.broken > 0) text += " " + words("Not kept: {}.", tally.broken);
    if (tally.untold() > 0) text += " " + words("Not reported yet: {}.", tally.untold());
    return text;
}

}  // namespace medskapa::web::plan
