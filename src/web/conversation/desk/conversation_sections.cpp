#include "web/conversation/desk/conversation_sections.hpp"

#include "store/conversation/seen_versions.hpp"
#include "web/conversation/addresses.hpp"
#include "web/conversation/result/map_view.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/ui/confirming.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::conversation::desk {
namespace {

Html state_button(const Visit& visit, const ActivityConversation& conversation, const char* change,
    const std::string& text) {
    return post_button(visit, visit.href(address::steer_conversation, conversation.activity.slug),
        ui::submit(text, ui::Weight::quiet), ui::hidden_field("gor", change),
        {store::version_of(conversation)});
}

/// The result is final, so it is confirmed by a word.
Html freeze_form(const Visit& visit, const ActivityConversation& conversation) {
    const auto& words = visit.words;
    return post_form(
        visit, {.action = visit.href(address::steer_conversation, conversation.activity.slug),
                   .fields = html("{}{}", ui::hidden_field("gor", "frys"),
                       ui::confirm_field(word_that_freezes(words),
                           words("It cannot be undone: the votes are opened, and nobody can vote more."),
                           visit.field(ui::confirm_name), {}, words)),
                   .button = ui::submit(words("Freeze the result for good"), ui::Weight::quiet),
                   .is_narrow = true,
                   .seen = {store::version_of(conversation)}});
}

/// What can be changed of a conversation in its state.
Html state_buttons(const Visit& visit, const ActivityConversation& conversation) {
    const auto& words = visit.words;
    const auto button = [&](const char* change, const std::string& text) {
        return state_button(visit, conversation, change, text);
    };
    switch (conversation.state) {
        case Conversation::State::open:
            return html("{}{}",
                conversation.moderation == Conversation::Moderation::before
                    ? button("after", words("Show new statements before they are read"))
                    : button("before", words("Read new statements before they are shown")),
                button("stang", words("Close for votes")));
        case Conversation::State::closed:
            return html(
                "{}{}", button("oppna", words("Open for votes again")), freeze_form(visit, conversation));
        case Conversation::State::frozen: break;
    }
    return {};
}

Html group_form(const Visit& visit, const ActivityConversation& conversation,
    const OpinionResult::Group& group, const result::GroupNames& names) {
    const auto known = names.find(group.label);
    const auto name = known == names.end() ? std::string{} : known->second;
    return html(R"(
<form method="post" action="{action}">
  {guard}{group}
  <div class="field"><label for="{id}">{label}</label><input id="{id}" name="namn" value="{name}"></div>
  <p>{save}</p>
</form>)",
        "action"_a = visit.href(address::name_group, conversation.activity.slug),
        "guard"_a = form_guard(visit, {store::version_of_group(conversation.activity.id, group.label, name)}),
        "group"_a = ui::hidden_field("grupp", std::to_string(group.label)),
        "id"_a = "grupp-" + std::to_string(group.label),
        "label"_a = visit.words("Name of group {}", result::letter(group.label)), "name"_a = name,
        "save"_a = ui::submit(visit.words("Save"), ui::Weight::small));
}

}  // namespace

std::string word_that_freezes(const Words& words) {
    return words.in("word to confirm with", "freeze");
}

Html figures(const Visit& visit, const std::optional<store::OpinionSnapshot>& snapshot) {
    const auto& words = visit.words;
    if (!snapshot) return html("<p>{}</p>", words("Nobody has voted yet."));
    const auto& result = snapshot->result;
    return ui::facts({{words("participants"), words.number(result.participants)},
        {words("votes"), words.number(result.votes)},
        {words("participants with an unusual voting pattern"),
            result.flagged.people == 0 ? words("fewer than {}", OpinionResult::fewest_shown)
                                       : words.number(result.flagged.people)}});
}

Html state_section(const Visit& visit, const ActivityConversation& conversation) {
    const auto& words = visit.words;
    const bool reads_first = conversation.moderation == Conversation::Moderation::before;
    return html(R"(
<h2>{title}</h2>
<p>{state}. {reading}</p>
<div class="row">{buttons}</div>)",
        "title"_a = words("The conversation"), "state"_a = shown(conversation.state, words),
        "reading"_a = reads_first ? words("New statements are read before they are shown.")
                                  : words("New statements are shown before they are read."),
        "buttons"_a = state_buttons(visit, conversation));
}

Html groups_section(const Visit& visit, const ActivityConversation& conversation,
    const std::optional<store::OpinionSnapshot>& snapshot) {
    if (!snapshot) return {};
    const auto names = store::group_names(visit.db, conversation.activity.id);
    return html("<h2>{}</h2>{}", visit.words("The groups"),
        each(snapshot->result.groups,
            [&](const auto& group) { return group_form(visit, conversation, group, names); }));
}

Html downloads(const Visit& visit, const ActivityConversation& conversation) {
    if (!authorize(visit.actor(), Action::export_votes, visit.process->id)) return {};
    const auto& slug = conversation.activity.slug;
    const auto button = [&](const std::string& href, const char* file) {
        return post_button(visit, href, ui::submit(visit.words("Fetch {}", file), ui::Weight::quiet));
    };
    return html(R"(
<h2>{title}</h2>
<p>{explanation}</p>
<div class="row">{comments}{votes}{matrix}</div>)",
        "title"_a = visit.words("Fetch every single vote"),
        "explanation"_a = visit.words(
            "In Polis' export format, enough to draw the map anew. A row is one person's votes, so the "
            "files must not be published. The open log shows that you fetched them."),
        "comments"_a = button(visit.href(address::comments_csv, slug), "comments.csv"),
        "votes"_a = button(visit.href(address::votes_csv, slug), "votes.csv"),
        "matrix"_a = button(visit.href(address::participants_votes_csv, slug), "participants-votes.csv"));
}

}  // namespace medskapa::web::conversation::desk
