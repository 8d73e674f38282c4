#include "app/inspel/erasure.hpp"
#include "app/inspel/inspel.hpp"
#include "app/inspel/redaction.hpp"
#include "app/issue/issues.hpp"

#include "app/issue/splitting.hpp"
#include "app/issue/taking_back.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/desk_index.hpp"
#include "store/issue/issue_store.hpp"
#include "store/site/site_store.hpp"

#include "web/frame/flash.hpp"
#include "web/inspel/desk/erasure.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/views.hpp"
#include "web/issue/addresses.hpp"
#include "web/issue/desk/checks/checks.hpp"
#include "web/issue/desk/files.hpp"
#include "web/issue/desk/issue_views.hpp"
#include "web/issue/desk/next_work.hpp"
#include "web/issue/desk/pages.hpp"
#include "web/issue/desk/queue.hpp"
#include "web/issue/desk/review_views.hpp"
#include "web/issue/desk/split_views.hpp"
#include "web/referral/note.hpp"
#include "web/ui/confirming.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::issue::desk {
namespace {

using ui::Choice;

std::optional<Inspel> asked_for(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number"));
    return number ? store::inspel_numbered(visit.db, visit.process->id, *number) : std::nullopt;
}

/// The one asked for, or that came back, or the first without an answer.
Id<Issue> current_issue(const Visit& visit, const std::vector<Issue>& issues, const Unsaved& unsaved) {
    if (unsaved.issue) return unsaved.issue;
    const auto asked = Visit::number(visit.query("synpunkt"));
    for (const auto& issue : issues)
        if (asked ? issue.position == *asked : !issue.answer) return issue.id;
    return {};
}

/// The queue that the inspel waits in.
ui::Link queue_of(const Visit& visit, const Inspel& inspel, const std::vector<Issue>& issues) {
    const auto& words = visit.words;
    const auto queue = [&](AddressBelow<0> address, const std::string& title) {
        return ui::Link{visit.href(address), title};
    };
    if (inspel.state == Inspel::State::received) return queue(address::to_review, words("To review"));
    if (inspel.state == Inspel::State::declined) return queue(address::declined_inspel, words("Declined"));
    if (inspel.state == Inspel::State::published && (issues.empty() || visit.query("synpunkt").empty()) &&
        !store::is_split(visit.db, inspel.id))
        return queue(address::to_split, words("To split"));
    return {within(part_of(visit), visit.href(address::to_answer)), words("To answer")};
}

/// What came in, and what is changed of how it is shown.
Html original_part(const Visit& visit, const Inspel& inspel, const std::vector<Issue>& issues,
    const ui::Complaints& complaints) {
    const auto contact = store::contact_of(visit.db, inspel.id);
    return html(
        R"(<section class="stay" aria-labelledby="or"><h2 id="or" class="vh">{written}</h2>{text}{referral}{files}{contact}{copy}{proposal}{additions}</section>)",
        "written"_a = visit.words("The inspel as it was written"),
        "text"_a = inspel::marked_text(inspel.shown_text, issues),
        "referral"_a = referral::workbench_note(visit, inspel, complaints),
        "files"_a = files_part(visit, inspel, complaints),
        "contact"_a = contact.empty() ? Html{}
                                      : html("<p class=\"meta\">{}</p>",
                                            visit.words("How to reach the sender: {}", contact)),
        "copy"_a = is_living(inspel) ? html("{}{}", copy_view(visit, inspel, complaints),
                                           mask_view(visit, inspel, complaints))
                                     : Html{},
        "proposal"_a = inspel::proposal_view(inspel, visit, inspel::Reader::staff),
        "additions"_a = additions_view(visit, inspel));
}

/// What is to be done with it: reviewed, split, answered, erased.
Html work_part(const Visit& visit, const Inspel& inspel, const std::vector<Issue>& issues,
    const ui::Complaints& complaints, const Unsaved& unsaved) {
    const bool may_split = inspel.state == Inspel::State::published &&
                           authorize(visit.signed_in->actor, Action::handle_issues, visit.process->id);
    // Who came for one issue answers it; else the next thing is to mark words, which are then met first.
    const bool is_splitting = visit.query("synpunkt").empty() && !unsaved.issue;
    const auto split = when(may_split, split_view(visit, inspel, issues, complaints));
    const auto current = current_issue(visit, issues, unsaved);
    return html("<div>{warning}{state}{split_first}{issues}{split_last}{erasure}</div>",
        "warning"_a = warning_view(visit, inspel), "state"_a = state_view(visit, inspel, complaints),
        "split_first"_a = when(is_splitting, split),
        "issues"_a = each(issues,
            [&](const Issue& issue) { return issue_view(visit, issue, unsaved, issue.id == current); }),
        "split_last"_a = when(!is_splitting, split),
        "erasure"_a = inspel::desk::erasure_view(visit, inspel, complaints));
}

Response workbench_page(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints,
    const Unsaved& unsaved, int status) {
    const auto& words = visit.words;
    const auto s = inspel::surroundings_of(visit);
    const auto issues = store::issues_of(visit.db, inspel.id);
    const auto body = html(R"({errors}{notice}
<h1>{title}</h1><p class="meta">{meta}</p>
<div class="workbench">{original}{work}</div>)",
        "errors"_a = ui::error_summary(unsaved.complaints.empty() ? complaints : unsaved.complaints,
            {{"svarsdag", words("Answer by")}}, words),
        "notice"_a = unsaved.notice, "title"_a = inspel.shown_title,
        "meta"_a = inspel::on_one_line(inspel::facts_of(visit, s, inspel, inspel::Reader::staff)),
        "original"_a = original_part(visit, inspel, issues, complaints),
        "work"_a = work_part(visit, inspel, issues, complaints, unsaved));
    auto content = desk_page(visit, inspel.shown_title, body, "-");
    content.crumbs = {queue_of(visit, inspel, issues)};
    content.has_errors = !complaints.empty() || !unsaved.complaints.empty();
    return not_stored(page(content, visit, status));
}

std::string with_block(const Visit& visit, int id) {
    std::string text{visit.field("svar")};
    for (const auto& block : store::text_blocks_of(visit.db, visit.process->id))
        if (block.id.value == id) text += (text.empty() ? "" : "\n\n") + block.text;
    return text;
}

template <class T>
Response done_or_again(const Visit& visit, const Result<T>& result, const std::string& next) {
    if (result) return see_other(next);
    const auto inspel = asked_for(visit);
    if (!inspel || result.error().complaints.empty()) return problem(visit, result.error().kind);
    return workbench_page(visit, *inspel, result.error().complaints, {}, status_of(result.error().kind));
}

/// Writes the answer that was typed and goes on, or shows the form again with all that was typed. A text
/// block is only put into it.
template <class Write, class Next>
Response answered_or_again(const Visit& visit, Write write, Next next) {
    const auto inspel = asked_for(visit);
    const auto id = Visit::number(visit.field("synpunkt"));
    if (!inspel || !id) return problem(visit, Failure::Kind::not_found);
    if (const auto block = Visit::number(visit.field("textblock")))
        return workbench_page(visit, *inspel, {}, {{*id}, {}, with_block(visit, *block)}, 200);
    const auto answered = visit.write([&](auto& act) { return write(act, Id<Issue>{*id}); });
    if (answered) return see_other(next(*inspel));
    const auto& [kind, complaints] = answered.error();
    if (complaints.empty()) return problem(visit, kind);
    return workbench_page(
        visit, *inspel, {}, {{*id}, complaints, std::string{visit.field("svar")}}, status_of(kind));
}

/// Of all that was found in what is shown.
std::vector<Mask> masks_of(const Inspel& inspel) {
    std::vector<Mask> masks;
    for (const auto& found : found_in(inspel))
        masks.push_back({found.words, std::string{name_of(found.kind)}, text::Capitals::any});
    return masks;
}

/// The day that promises count from.
Day received_on(const Visit& visit, int number) {
    const auto inspel = store::inspel_numbered(visit.db, visit.process->id, number);
    return inspel ? visit.site.clock.day(inspel->received_at) : visit.today();
}

}  // namespace

Response workbench_again(
    const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints, int status) {
    return workbench_page(visit, inspel, complaints, {}, status);
}

Response workbench(const Visit& visit) {
    const auto inspel = asked_for(visit);
    if (!inspel) return problem(visit, Failure::Kind::not_found);
    return workbench_page(visit, *inspel, {}, {}, 200);
}

Response publish(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number")).value_or(0);
    const auto inspel = asked_for(visit);
    const auto masks = visit.field("sedan") == "maska" && inspel ? masks_of(*inspel) : std::vector<Mask>{};
    const auto published = visit.write([&](auto& act) {
        return masks.empty() ? app::publish_inspel(act, number) : app::mask_and_publish(act, number, masks);
    });
    const bool goes_on = published && !visit.field("sedan").empty();
    return done_or_again(visit, published,
        with_notice(Notice::published, goes_on ? next_to_review(visit, *published) : workbench_href(visit)));
}

Response decline(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number")).value_or(0);
    return done_or_again(visit, visit.write([&](auto& act) {
        return app::decline_inspel(act, number, visit.field("grund"), std::string{visit.field("skal")});
    }),
        with_notice(Notice::declined, visit.href(address::to_review)));
}

Response reopen(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number")).value_or(0);
    return done_or_again(visit, visit.write([&](auto& act) { return app::reopen_inspel(act, number); }),
        with_notice(Notice::reopened, workbench_href(visit)));
}

Response edit_copy(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number")).value_or(0);
    return done_or_again(visit, visit.write([&](auto& act) {
        return app::edit_copy(
            act, number, std::string{visit.field("visad-rubrik")}, std::string{visit.field("visad-text")});
    }),
        with_notice(Notice::copied, workbench_href(visit)));
}

Response redact(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number")).value_or(0);
    const Mask mask{std::string{visit.field("passage")}, std::string{visit.field("maskskal")},
        visit.field("versaler") == "ja" ? text::Capitals::any : text::Capitals::as_written};
    const auto masked = visit.write([&](auto& act) { return app::redact(act, number, mask); });
    const auto still =
        masked ? app::still_shown(visit.db, visit.process->id, number, mask) : app::StillShown{};
    if (still.is_nothing())
        return done_or_again(visit, masked, with_notice(Notice::masked, workbench_href(visit)));
    Unsaved unsaved;
    unsaved.notice = still_shown_view(visit, still, mask.reason);
    return workbench_page(visit, *asked_for(visit), {}, unsaved, 200);
}

Response erase(const Visit& visit) {
    const auto erasure =
        compose_erasure(visit.field("niva"), visit.field("rattsgrund"), std::string{visit.field("beslut")});
    if (!erasure) return done_or_again(visit, erasure, {});
    const auto number = Visit::number(visit.path.at("number")).value_or(0);
    return done_or_again(visit, visit.write([&](auto& act) {
        return ui::when_confirmed(app::erase_inspel(act, number, *erasure),
            inspel::desk::word_that_erases(visit.words), visit.field(ui::confirm_name));
    }),
        workbench_href(visit));
}

Response split(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number")).value_or(0);
    const auto inspel = asked_for(visit);
    if (!inspel) return problem(visit, Failure::Kind::not_found);
    const auto draft = issue_draft(visit, *inspel);
    if (!draft) return done_or_again(visit, draft, {});
    const Id<Issue> alike{Visit::number(visit.field("liknar")).value_or(0)};
    const auto split = visit.write([&](auto& act) {
        return app::split_off_alike(act, number, *draft, received_on(visit, number), alike);
    });
    const bool goes_on = split && !visit.field("sedan").empty() && store::is_split(visit.db, inspel->id);
    return done_or_again(visit, split,
        with_notice(Notice::split, goes_on ? next_to_split(visit, *inspel) : workbench_href(visit)));
}

Response set_rest_aside(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number")).value_or(0);
    const auto set = visit.write([&](auto& act) { return app::set_rest_aside(act, number); });
    return done_or_again(
        visit, set, set ? with_notice(Notice::rest_set_aside, next_to_split(visit, *set)) : "");
}

Response assign(const Visit& visit) {
    const auto inspel = asked_for(visit);
    const auto id = Visit::number(visit.field("synpunkt"));
    if (!inspel || !id) return problem(visit, Failure::Kind::not_found);
    const auto typed = visit.field("svarsdag");
    const auto deadline = time::read_day(typed);
    if (!typed.empty() && !deadline)
        return workbench_page(visit, *inspel, {}, {{*id}, {ui::not_a_day("svarsdag", typed)}}, 422);
    const auto assigned = visit.write([&](auto& act) {
        return app::assign_issue(
            act, {*id}, std::string{visit.field("handlaggare")}, deadline, std::string{visit.field("motiv")});
    });
    if (!assigned && !assigned.error().complaints.empty())
        return workbench_page(visit, *inspel, {}, {{*id}, assigned.error().complaints}, 422);
    if (!assigned) return problem(visit, assigned.error().kind);
    return see_other(with_notice(
        Notice::assigned, open_issue_href(visit, part_of(visit), inspel->number, assigned->position)));
}

Response answer(const Visit& visit) {
    std::vector<Id<Issue>> alike;
    for (const auto& value : visit.fields("med"))
        if (const auto number = Visit::number(value)) alike.push_back({*number});
    return answered_or_again(
        visit,
        [&](auto& act, Id<Issue> issue) {
            return app::answer_issue(
                act, issue, visit.field("utfall"), std::string{visit.field("svar")}, alike);
        },
        [&](const Inspel& inspel) { return with_notice(Notice::answered, next_to_answer(visit, inspel)); });
}

Response take_back_answer(const Visit& visit) {
    return answered_or_again(
        visit, [&](auto& act, Id<Issue> issue) { return app::take_back_answer(act, issue); },
        [&](const Inspel&) { return with_notice(Notice::answer_taken_back, workbench_href(visit)); });
}

Response change_answer(const Visit& visit) {
    const app::Rewording rewording{std::string{visit.field("utfall")}, std::string{visit.field("svar")},
        std::string{visit.field("andringsskal")}, visit.field("visas-inte") == "ja"};
    return answered_or_again(
        visit,
        [&](auto& act, Id<Issue> issue) { return app::change_published_answer(act, issue, rewording); },
        [&](const Inspel&) { return with_notice(Notice::changed, workbench_href(visit)); });
}

}  // namespace medskapa::web::issue::desk
