#include "web/site/desk/withdrawing.hpp"

#include "web/ui/confirming.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::site::desk {

Html withdrawing_view(
    const Visit& visit, const Withdrawing& what, const std::optional<Withdrawal>& withdrawn) {
    const auto& words = visit.words;
    if (withdrawn)
        return ui::notice(ui::Tone::warn,
            html("<p>{}</p>", words("Withdrawn {}: {}", words.day(withdrawn->at), withdrawn->reason)));
    const auto form = html(
        R"(<form method="post" action="{action}" class="narrow" novalidate>{guard}{why}{word}<p>{submit}</p></form>)",
        "action"_a = what.address, "guard"_a = form_guard(visit, ""),
        "why"_a = ui::text_field({.name = "skal",
                                     .label = words("Why?"),
                                     .value = std::string{visit.field("skal")},
                                     .hint = words("One or two sentences that everybody can read.")},
            ui::Input::text, {}, words),
        "word"_a = ui::confirm_field(word_that_withdraws(words), words("It cannot be undone."),
            visit.field(ui::confirm_name), {}, words),
        "submit"_a = ui::submit(what.act, ui::Weight::quiet));
    return ui::guarded(what.act, what.consequence, form);
}

std::string word_that_withdraws(const Words& words) {
    return words.in("word to confirm with", "call off");
}

Withdrawal typed_withdrawal(const Visit& visit) {
    return {visit.today(), std::string{visit.field("skal")}};
}

}  // namespace medskapa::web::site::desk
