#include "web/document/pictures.hpp"

#include "store/document/picture_store.hpp"
#include "web/document/addresses.hpp"
#include "web/markup/markdown.hpp"

namespace medskapa::web::document {
namespace {

/// A picture that no frozen version shows is the editors'.
bool may_see(const Visit& visit, const Picture& picture) {
    return picture.shown_in ||
           (visit.signed_in && authorize(visit.signed_in->actor, Action::edit_text, visit.process->id));
}

}  // namespace

Html text_view(const Visit& visit, std::string_view words) {
    return document_markdown(words,
        [&](const KeptPicture& picture) { return visit.href(address::picture_file, file_name(picture)); });
}

office::PictureSource pictures_of(sql::Connection& db, Id<Process> process) {
    const auto find = [&db, process](
                          const KeptPicture& name) { return store::find_picture(db, process, name); };
    return {.has = [find](const KeptPicture& name) { return find(name).has_value(); },
        .bytes_of =
            [find, &db](const KeptPicture& name) {
                const auto picture = find(name);
                return picture ? store::bytes_of(db, picture->id) : std::string{};
            }};
}

Response picture(const Visit& visit) {
    const auto name = picture_named(visit.path.at("picture"));
    const auto found = name ? store::find_picture(visit.db, visit.process->id, *name) : std::nullopt;
    if (!found || !may_see(visit, *found)) return problem(visit, Failure::Kind::not_found);
    Response response;
    response.content_type = name->format == KeptPicture::Format::png ? "image/png" : "image/jpeg";
    response.headers = {{"Content-Security-Policy", "default-src 'none'; sandbox"},
        {"Cache-Control", found->shown_in ? "public, max-age=31536000, immutable" : "no-store"}};
    response.body = store::bytes_of(visit.db, found->id);
    return response;
}

}  // namespace medskapa::web::document
