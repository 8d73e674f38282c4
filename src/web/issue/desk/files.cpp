#include "web/issue/desk/files.hpp"

#include "app/inspel/files.hpp"
#include "store/inspel/columns.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/inspel/original_file_store.hpp"
#include "web/frame/flash.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/files.hpp"
#include "web/issue/desk/issue_views.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::issue::desk {
namespace {

std::string field_of_copy(int number) {
    return "maskad-" + std::to_string(number);
}

Html show_form(const Visit& visit, const Inspel& inspel, const OriginalFile& file, int number) {
    const auto& words = visit.words;
    const auto label = file.is_shown ? words("Hide the file from readers")
                                     : words("The file holds nothing that must not be shown: show it");
    return post_button(visit, visit.href(address::show_inspel_file, inspel.number, number),
        ui::submit(label, ui::Weight::small), ui::hidden_field("visa", file.is_shown ? "nej" : "ja"),
        {sql::version_of<store::tables::original_file>(file)});
}

Html mask_form(const Visit& visit, const Inspel& inspel, const OriginalFile& file, int number,
    const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto field = ui::text_field(
        {.name = field_of_copy(number),
            .label = words("A copy in which it is masked"),
            .hint = words("Readers get the copy instead. Look that the words are gone from it, "
                          "and not only covered. The original stays, for staff.")},
        ui::Input::file, complaints, words);
    return html(R"(<details class="more"{open}><summary>{title}</summary>{form}</details>)",
        "open"_a = when(!complaints.empty(), html(" open")),
        "title"_a = words("Something in the file must not be shown"),
        "form"_a =
            post_form(visit, {.action = visit.href(address::mask_inspel_file, inspel.number, number),
                                 .fields = field,
                                 .button = ui::submit(words("Put the copy in its place"), ui::Weight::small),
                                 .takes_files = true,
                                 .seen = {sql::version_of<store::tables::original_file>(file)}}));
}

Html copy_view(const Visit& visit, const OriginalFile& file, const std::string& href) {
    const auto copy = store::copy_of(visit.db, file);
    if (!copy) return {};
    return html("<p class=\"meta\">{}</p>{}", visit.words("Readers get this copy instead:"),
        inspel::file_view(visit, *copy, with_query(href, {{"maskad", "ja"}})));
}

std::string standing_of(const Visit& visit, const Inspel& inspel, const OriginalFile& file) {
    if (!file.is_shown) return visit.words("Only staff and the sender can fetch it.");
    return inspel.state == Inspel::State::published
               ? visit.words("Everybody can fetch it.")
               : visit.words("Everybody can fetch it once the inspel is published.");
}

Html part_of_file(const Visit& visit, const Inspel& inspel, const OriginalFile& file, int number,
    const ui::Complaints& complaints) {
    const auto href = visit.href(address::staffs_inspel_file, inspel.number, number);
    const bool may = authorize(visit.signed_in->actor, Action::moderate_inspel, visit.process->id);
    ui::Complaints about_it;
    for (const auto& complaint : complaints)
        if (complaint.place.part == field_of_copy(number)) about_it.push_back(complaint);
    return html("{file}{copy}<p class=\"meta\">{standing}</p>{forms}",
        "file"_a = inspel::file_view(visit, file, href), "copy"_a = copy_view(visit, file, href),
        "standing"_a = standing_of(visit, inspel, file),
        "forms"_a = may ? html("{}{}", show_form(visit, inspel, file, number),
                              mask_form(visit, inspel, file, number, about_it))
                        : Html{});
}

struct Asked {
    int inspel = 0;
    int file = 0;
};
Asked asked_for(const Visit& visit) {
    return {
        Visit::number(visit.path.at("number")).value_or(0), Visit::number(visit.path.at("file")).value_or(0)};
}

Response back(const Visit& visit, Notice notice) {
    return see_other(with_notice(notice, workbench_href(visit)));
}

}  // namespace

Html files_part(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints) {
    const auto files = store::files_of(visit.db, inspel.id);
    if (files.empty() || inspel.state == Inspel::State::erased) return {};
    Html parts;
    int number = 0;
    for (const auto& file : files) parts += part_of_file(visit, inspel, file, ++number, complaints);
    return html("<h2>{}</h2>{}", visit.words("Files"), parts);
}

Response show_file(const Visit& visit) {
    const auto asked = asked_for(visit);
    const auto showing = visit.field("visa") == "ja" ? app::Showing::shown : app::Showing::hidden;
    const auto result =
        visit.write([&](auto& act) { return app::show_file(act, asked.inspel, asked.file, showing); });
    if (!result) return problem(visit, result.error().kind);
    return back(visit, result->is_shown ? Notice::file_shown : Notice::file_hidden);
}

Response mask_file(const Visit& visit) {
    const auto asked = asked_for(visit);
    const auto field = field_of_copy(asked.file);
    const auto inspel = store::inspel_numbered(visit.db, visit.process->id, asked.inspel);
    if (!inspel) return problem(visit, Failure::Kind::not_found);
    const auto sent = inspel::typed_file(visit, field);
    if (!sent) return workbench_again(visit, *inspel, {{field, N_("Choose a file"), {}}}, 422);
    const auto masked =
        visit.write([&](auto& act) { return app::mask_file(act, asked.inspel, asked.file, *sent); });
    if (masked) return back(visit, Notice::file_masked);
    if (masked.error().complaints.empty()) return problem(visit, masked.error().kind);
    auto complaints = masked.error().complaints;
    for (auto& complaint : complaints) complaint.place = Place{field};
    return workbench_again(visit, *inspel, complaints, status_of(masked.error().kind));
}

}  // namespace medskapa::web::issue::desk
