#include "web/checklist/views.hpp"

#include "app/checklist/evidence.hpp"
#include "web/document/addresses.hpp"
#include "web/inspel/addresses.hpp"
#include "web/markup/markdown.hpp"
#include "web/panel/addresses.hpp"
#include "web/priority/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/statistics/addresses.hpp"
#include "web/ui/in_language.hpp"

#include <algorithm>

namespace medskapa::web::checklist {
namespace {

using Status = Judgement::Status;

std::string href_of(const Visit& visit, const app::ShownEvidence& evidence) {
    using Kind = app::ShownEvidence::Kind;
    switch (evidence.kind) {
        case Kind::run: return visit.href(address::run_page, evidence.number);
        case Kind::dataset: return visit.href(address::dataset_page, evidence.number);
        case Kind::priority: return visit.href(address::priority_page, evidence.number);
        case Kind::inspel:
            return visit.href(address::inspel_page, evidence.number) +
                   (evidence.issue > 0 ? "#p" + std::to_string(evidence.issue) : "");
        case Kind::panel: return visit.href(address::panel_page, evidence.number);
        case Kind::event: return visit.href(address::event_page, evidence.number);
        case Kind::paragraph: return visit.href(address::paragraph_page, evidence.reference);
        case Kind::link: break;
    }
    return is_safe_link(evidence.reference) ? evidence.reference : std::string{};
}

Html judged_view(const Visit& visit, const Judgement& judgement) {
    const auto day = visit.words.day(visit.site.clock.day(judgement.judged_at));
    Role role{};
    const auto who =
        find_name<Role>(judgement.role, role) ? shown(role, visit.words) : visit.words("the site's operator");
    return html(R"(<p class="meta">{comment} {judged}{evidence}</p>)",
        "comment"_a = ui::in_language(judgement.comment, "sv", visit.words),
        "judged"_a = visit.words("Judged {} by {}", day, who),
        "evidence"_a = evidence_links(visit, judgement.evidence));
}

Html looked_up_view(const Visit& visit, const app::LookedUp& found) {
    return html(R"(<p class="meta">{} · {}</p>)", visit.words.complaint({{}, found.sentence, found.holes}),
        visit.words("looked up by the site just now"));
}

const char* sign_of(Status status) {
    switch (status) {
        case Status::met: return "met";
        case Status::partly: return "partly";
        case Status::old: return "old";
        case Status::not_relevant: return "na";
        case Status::missing: break;
    }
    return "gone";
}

}  // namespace

Html evidence_links(const Visit& visit, const std::string& evidence) {
    Html links;
    for (const auto& reference : app::references_in(evidence)) {
        const auto found = app::evidence_named(visit.db, visit.process->id, reference);
        const auto href = found ? href_of(visit, *found) : std::string{};
        links += html(" · ");
        links += href.empty() ? html("{}", reference) : html(R"(<a href="{}">{}</a>)", href, reference);
    }
    return links;
}

std::vector<OpenedChecklist> opened_checklists(const Visit& visit) {
    const app::LookupTime at{visit.now, visit.site.clock.local(visit.now)};
    std::vector<OpenedChecklist> opened;
    for (const auto* list : app::checklists_of(visit.db, visit.process->id, visit.today()))
        opened.push_back({list, app::states_of(visit.db, visit.process->id, *list, at)});
    return opened;
}

Html status_view(Status status, const Words& words) {
    return html(R"(<span class="state {}">{}</span>)", sign_of(status), shown(status, words));
}

Html ground_of(const Visit& visit, const app::RequirementState& state) {
    Html all;
    if (state.judged) all += judged_view(visit, *state.judged);
    if (state.looked_up) all += looked_up_view(visit, *state.looked_up);
    if (state.is_overruled())
        all += html(
            R"(<p class="meta">{}</p>)", visit.words("A person has judged otherwise than the site found: {}.",
                                             shown(state.looked_up->status, visit.words)));
    if (all.empty()) all = html(R"(<p class="meta">{}</p>)", visit.words("Nobody has judged it yet."));
    return all;
}

std::string rules_of(const Checklist& list, const Words& words) {
    auto text = list.valid_to
                    ? words("Valid from {} to {}.", words.day(list.valid_from), words.day(*list.valid_to))
                    : words("Valid from {}.", words.day(list.valid_from));
    text += " " + words("Source: {}.", list.source);
    if (list.is_to_verify) text += " " + words("To verify before it is quoted as law.");
    return text;
}

std::size_t count_of(const std::vector<app::RequirementState>& states, Status status) {
    return static_cast<std::size_t>(std::count_if(states.begin(), states.end(),
        [&](const app::RequirementState& state) { return state.status == status; }));
}

}  // namespace medskapa::web::checklist
