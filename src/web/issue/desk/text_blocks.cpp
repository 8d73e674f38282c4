#include "app/issue/issues.hpp"
#include "store/issue/issue_store.hpp"
#include "web/frame/flash.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/inspel/views.hpp"
#include "web/issue/addresses.hpp"
#include "web/issue/desk/acts.hpp"
#include "web/issue/desk/pages.hpp"
#include "web/issue/desk/queue.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::issue::desk {
namespace {

Html removal(const Visit& visit, const TextBlock& block) {
    if (!may_answer(visit)) return {};
    const auto& words = visit.words;
    const auto address = visit.href(address::remove_text_block, block.id.value);
    return ui::guarded(words("Remove"),
        words("It goes away for everybody who answers. Answers that were written with it stay as they are."),
        html("<form method=\"post\" action=\"{}\">{}{}</form>", address, form_guard(visit, ""),
            ui::submit(words("Remove the text block"), ui::Weight::small)));
}

Html adding(const Visit& visit, const ui::Complaints& complaints) {
    if (!may_answer(visit)) return {};
    const auto& words = visit.words;
    return html(
        "<form method=\"post\" action=\"{action}\" class=\"narrow\" "
        "novalidate>{guard}{title}{text}{submit}</form>",
        "action"_a = visit.href(address::text_blocks), "guard"_a = form_guard(visit, ""),
        "title"_a = ui::text_field(
            {.name = "rubrik", .label = words("Title"), .value = std::string{visit.field("rubrik")}},
            ui::Input::text, complaints, words),
        "text"_a =
            ui::text_area({.name = "text", .label = words("Text"), .value = std::string{visit.field("text")}},
                5, complaints, words),
        "submit"_a = ui::submit(words("Add the text block"), ui::Weight::filled));
}

Response text_blocks_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto known = each(store::text_blocks_of(visit.db, visit.process->id), [&](const TextBlock& block) {
        return html("<article class=\"block\"><h2>{}</h2>{}{}</article>", block.title,
            inspel::paragraphs(block.text), removal(visit, block));
    });
    const auto body =
        html("{errors}<h1>{title}</h1>{known}{adding}", "errors"_a = ui::error_summary(complaints, words),
            "title"_a = words("Text blocks"), "known"_a = known, "adding"_a = adding(visit, complaints));
    return page_with_form(
        desk_page(visit, words("Text blocks"), body, "textblock"), visit, complaints, status);
}

}  // namespace

Response text_blocks(const Visit& visit) {
    return text_blocks_page(visit, {}, 200);
}

Response add_text_block(const Visit& visit) {
    const TextBlock block{{}, std::string{visit.field("rubrik")}, std::string{visit.field("text")}};
    const auto added = visit.write([&](auto& act) { return app::add_text_block(act, block); });
    if (added) return see_other(with_notice(Notice::block_added, visit.href(address::text_blocks)));
    return text_blocks_page(visit, added.error().complaints, status_of(added.error().kind));
}

Response remove_text_block(const Visit& visit) {
    const Id<TextBlock> block{Visit::number(visit.path.at("block")).value_or(0)};
    const auto removed = visit.write([&](auto& act) { return app::remove_text_block(act, block); });
    return removed ? see_other(with_notice(Notice::block_removed, visit.href(address::text_blocks)))
                   : problem(visit, removed.error().kind);
}

}  // namespace medskapa::web::issue::desk
