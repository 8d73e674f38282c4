#include "web/conversation/proposal.hpp"

#include "web/conversation/addresses.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::conversation {
namespace {

Html alike_view(const Visit& visit, const ActivityConversation& conversation,
    const std::vector<const Statement*>& alike) {
    if (alike.empty()) return {};
    return ui::notice(ui::Tone::info,
        html("<p>{}</p><ul>{}</ul><p>{}</p>", visit.words("This has nearly been said already:"),
            each(alike,
                [&](const Statement* statement) {
                    return html(R"(<li><a href="{}">{}</a></li>)",
                        statement_href(visit, conversation, statement->number), statement->text);
                }),
            visit.words("Vote on it instead, or send yours anyway.")));
}

Html statement_field(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return ui::text_area({.name = "pastaende",
                             .label = words("Your statement"),
                             .value = std::string{visit.field("pastaende")},
                             .hint = words("One thought, that others can agree with or not. Best below {} "
                                           "characters, at most {}.",
                                 advised_statement, longest_statement)},
        3, complaints, words);
}

}  // namespace

Html proposal_form(const Visit& visit, const ActivityConversation& conversation,
    const ui::Complaints& complaints, const std::vector<const Statement*>& alike) {
    const auto& words = visit.words;

    const auto button = alike.empty() ? words("Send the statement") : words("Send it anyway");
    return html(R"(
<h2 id="eget">{}</h2>
{}
{})",
        words("Write a statement of your own"), alike_view(visit, conversation, alike),
        post_form(
            visit, {.action = visit.href(address::conversation_page, conversation.activity.slug) + "#eget",
                       .fields = html("{}{}", when(!alike.empty(), ui::hidden_field("anda", "ja")),
                           statement_field(visit, complaints)),
                       .button = ui::submit(button, ui::Weight::quiet),
                       .key = visit.new_form_key()}));
}

}  // namespace medskapa::web::conversation
