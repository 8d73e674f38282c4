#pragma once

#include "engine/office/block_sink.hpp"
#include "web/markup/html.hpp"
#include "web/markup/markdown.hpp"

#include <functional>
#include <optional>
#include <string>

namespace medskapa::web::ui {

/// Writes a document's blocks as markup, piece by piece.
class HtmlSink : public office::BlockSink {
public:
    using Receiver = std::function<void(const Html&)>;
    /// The address of an anchor of the document.
    using Leads = std::function<std::string(const std::string& anchor)>;

    /// `language` is the page's: a block in another is marked with its own. `leads`: where what links lead to
    /// stands on other pages than this.
    HtmlSink(std::string language, Receiver receiver, Leads leads = {})
        : language_{std::move(language)}, receiver_{std::move(receiver)}, leads_{std::move(leads)} {}

    /// Where pictures lie; without it the words that say what they show stand in their place.
    void set_pictures(PictureAddress pictures) { pictures_ = std::move(pictures); }

    void add(const office::TextBlock&) override;
    void begin_table(const office::TableHead&) override;
    void add_row(const office::TableRow&) override;
    void end_table() override;
    void finish() override { end_list(); }

private:
    Html lang(const office::TextBlock&) const;
    Html words_of(const office::TextBlock&) const;
    Html cell(const office::TableCell&) const;
    Html picture_of(const office::TextBlock&) const;
    Html markup_of(const office::TextBlock&) const;
    void begin_list(const office::TextBlock& item);
    void end_list();

    std::string language_;
    Receiver receiver_;
    Leads leads_;
    PictureAddress pictures_;
    office::TableHead table_;
    std::optional<bool> list_is_numbered_;  // of the list that is open
};

/// A table of a document on a page.
Html table(const office::TableHead&, const std::vector<office::TableRow>&);

}  // namespace medskapa::web::ui
