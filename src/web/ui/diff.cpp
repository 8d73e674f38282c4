#include "web/ui/diff.hpp"

#include "domain/document/word_diff.hpp"

namespace medskapa::web::ui {
namespace {

Html piece_view(const Piece& piece, const Words& words) {
    switch (piece.kind) {
        case Piece::Kind::added:
            return html(R"(<ins><span class="vh">{} </span>{}<span class="vh"> {} </span></ins>)",
                words("Added:"), piece.text, words("End of what is added."));
        case Piece::Kind::removed:
            return html(R"(<del><span class="vh">{} </span>{}<span class="vh"> {} </span></del>)",
                words("Removed:"), piece.text, words("End of what is removed."));
        case Piece::Kind::same: break;
    }
    return html("{}", piece.text);
}

}  // namespace

Html diff(std::string_view before, std::string_view after, const Words& words) {
    return html(R"(<p class="body as-typed">{}</p>)",
        each(diff_words(before, after), [&](const Piece& piece) { return piece_view(piece, words); }));
}

}  // namespace medskapa::web::ui
