#include "web/ui/diff.hpp"

#include "domain/document/table_words.hpp"
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
    const auto old = words_of_tables(before);
    const auto young = words_of_tables(after);
    return html(R"(<p class="body as-typed">{}</p>)",
        each(diff_words(old, young), [&](const Piece& piece) { return piece_view(piece, words); }));
}

office::Spans changed_words(std::string_view before, std::string_view after) {
    using Change = office::Look::Change;
    office::Spans spans;
    for (const auto& piece : diff_words(before, after)) {
        auto change = Change::none;
        if (piece.kind == Piece::Kind::added) change = Change::added;
        if (piece.kind == Piece::Kind::removed) change = Change::removed;
        spans.push_back({std::string{piece.text}, {.change = change}, {}});
    }
    return spans;
}

}  // namespace medskapa::web::ui
