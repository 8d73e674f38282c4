#include "app/conversation/alike_statements.hpp"
#include "web/conversation/addresses.hpp"
#include "web/conversation/pages.hpp"
#include "web/conversation/proposal.hpp"
#include "web/conversation/served_statement.hpp"
#include "web/conversation/vote_form.hpp"
#include "web/conversation/voter.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/ui/assets.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::conversation {
namespace {

constexpr std::size_t most_alike = 3;

Response closed_page(const Visit& visit, const ActivityConversation& conversation, int status) {
    const auto& words = visit.words;
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{closed}</p>
{written}
<p>{result}</p>)",
        "title"_a = visit.in(conversation.activity.title),
        "closed"_a = words("Votes are not taken right now."),
        "written"_a = visit.field("pastaende").empty()
                          ? Html{}
                          : html(R"(<div class="original as-typed">{}</div>)", visit.field("pastaende")),
        "result"_a = ui::button_link(visit.href(address::result_page, conversation.activity.slug),
            words("See the opinion map"), ui::Weight::filled));
    auto content = process_page(visit, visit.in(conversation.activity.title), body, "delta");
    content.crumbs = crumbs(visit, conversation);
    return not_stored(page(content, visit, status));
}

/// What came of what was sent to the page: a notice, what is wrong with the voter's own statement, and the
/// statements that say nearly the same.
struct Feedback {
    Html notice = {};
    ui::Complaints complaints = {};
    std::vector<const Statement*> alike = {};
};

/// The statement that the visitor meets now, unless all are answered, and how far they have come.
struct Turn {
    std::optional<ServedStatement> served;
    Progress progress;
};

Turn turn_of(
    const Visit& visit, const ActivityConversation& conversation, std::optional<Id<Participant>> person) {
    const auto left = store::servable(visit.db, conversation, person);
    const auto all = store::count_votable(visit.db, conversation);
    const auto asked = statement_asked_for(visit, conversation);
    return {asked ? asked : pick_statement(visit, conversation, left),
        {all - static_cast<std::int64_t>(left.size()), all}};
}

Html statement_part(const Visit& visit, const ActivityConversation& conversation, const Turn& turn) {
    return turn.served ? vote_form(visit, conversation, *turn.served, turn.progress)
                       : all_answered(visit, conversation, turn.progress);
}

Html voting_body(const Visit& visit, const ActivityConversation& conversation, const Feedback& feedback) {
    const auto person = participant(visit, conversation);
    const auto votes = person ? store::votes_of(visit.db, *person) : OwnVotes{};
    const auto turn = turn_of(visit, conversation, person);
    const bool may_stop = turn.served || turn.progress.all == 0;
    return html(R"(
{errors}
{notice}
{statement}
<div class="narrow">
  {stop_when_you_like}
  {own_votes}
  {proposal}
</div>)",
        "errors"_a = ui::error_summary(feedback.complaints, visit.words), "notice"_a = feedback.notice,
        "statement"_a = statement_part(visit, conversation, turn),
        "stop_when_you_like"_a = when(may_stop, stop_when_you_like(visit, conversation, !votes.empty())),
        "own_votes"_a = person ? own_votes(visit, conversation, *person, votes) : Html{},
        "proposal"_a = proposal_form(visit, conversation, feedback.complaints, feedback.alike));
}

Response voting_page(
    const Visit& visit, const ActivityConversation& conversation, const Feedback& feedback, int status) {
    const auto body = voting_body(visit, conversation, feedback);
    auto content = process_page(visit, visit.in(conversation.activity.title), body, "delta");
    content.crumbs = crumbs(visit, conversation);
    content.head += html(R"(
  <script type="module" src="{}"></script>)",
        asset_href("press-keys.js"));
    return page_with_form(std::move(content), visit, feedback.complaints, status);
}

std::string page_href(const Visit& visit, const ActivityConversation& conversation) {
    return visit.href(address::conversation_page, conversation.activity.slug);
}

std::vector<Statement> votable_statements(const Visit& visit, const ActivityConversation& conversation) {
    auto statements = store::statements_of(visit.db, conversation.activity.id);
    std::erase_if(statements, [&](const Statement& s) { return !s.is_votable(conversation.moderation); });
    return statements;
}

/// What the visitor has just sent, as the address says it.
std::string thanks_for(const Visit& visit, const ActivityConversation& conversation) {
    const auto what = visit.query("tack");
    if (what == "sparat") return visit.words("Thank you. What you told us is saved.");
    if (what == "borta") return visit.words("Your votes are erased.");
    if (what == "eid") return visit.words("Your answers are counted as given with eID in the next map.");
    if (what != "ja") return {};
    return conversation.moderation == Conversation::Moderation::before
               ? visit.words("Thank you. Your statement is read before it is shown.")
               : visit.words("Thank you. Your statement is shown to others now.");
}

std::string why_not_with_eid(const Visit& visit) {
    const auto what = visit.query("tack");
    if (what == "eid-fanns")
        return visit.words(
            "Your eID is counted here already: with other answers, or before you took yours "
            "back. It is counted once in each conversation. Your answers count as they did.");
    if (what == "eid-forst") return visit.words("Answer a statement first, and then show your eID.");
    return {};
}

Html expired_notice(const Visit& visit) {
    return ui::notice(ui::Tone::warn,
        html("<p>{}</p>", visit.words("The form had expired. All you wrote is here: send it again.")));
}

}  // namespace

Response next(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    if (!conversation->takes_votes(visit.today())) return closed_page(visit, *conversation, 200);
    Feedback feedback;
    if (const auto thanks = thanks_for(visit, *conversation); !thanks.empty())
        feedback.notice = ui::notice(ui::Tone::good, html("<p>{}</p>", thanks));
    if (const auto why = why_not_with_eid(visit); !why.empty())
        feedback.notice = ui::notice(ui::Tone::warn, html("<p>{}</p>", why));
    return voting_page(visit, *conversation, feedback, 200);
}

Response vote(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    const auto number = Visit::number(visit.field("nummer"));
    const auto stance = stance_of(visit.field("rost"));
    if (!conversation || !number) return problem(visit, Failure::Kind::not_found);
    if (!stance) return problem(visit, Failure::Kind::invalid);
    const auto known = participant_key(visit);
    const app::VoteRequest request{known.empty() ? app::new_participant_key() : known, *number, *stance,
        proven_probability(visit, *conversation, *number)};
    const auto counted =
        visit.write([&](auto& act) { return app::vote(act, occasion(visit, *conversation), request); });
    if (!counted && counted.error().kind == Failure::Kind::closed)
        return closed_page(visit, *conversation, 409);
    if (!counted) return problem(visit, counted.error().kind);

    auto response = see_other(page_href(visit, *conversation) + "#att-svara-pa");
    if (known.empty()) give_participant_cookie(response, visit, request.key);
    return response;
}

Response propose(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    if (!conversation->takes_votes(visit.today())) return closed_page(visit, *conversation, 409);
    const std::string key{visit.field("nyckel")};
    const std::string text{visit.field("pastaende")};
    if (!visit.is_form_key(key)) return voting_page(visit, *conversation, {expired_notice(visit)}, 409);
    if (visit.field("anda") != "ja") {
        const auto statements = votable_statements(visit, *conversation);
        const auto alike = app::alike(statements, text, most_alike);
        if (!alike.empty()) return voting_page(visit, *conversation, {{}, {}, alike}, 200);
    }
    const auto proposed = visit.write(
        [&](auto& act) { return app::propose_statement(act, occasion(visit, *conversation), text, key); });
    if (proposed) return see_other(with_query(page_href(visit, *conversation), {{"tack", "ja"}}));
    if (!proposed.error().complaints.empty())
        return voting_page(
            visit, *conversation, {{}, proposed.error().complaints, {}}, status_of(proposed.error().kind));
    return problem(visit, proposed.error().kind);
}

}  // namespace medskapa::web::conversation
