#include "web/document/tracked.hpp"

#include "domain/document/word_diff.hpp"
#include "engine/office/markdown/markdown_blocks.hpp"

#include <algorithm>
#include <utility>

namespace medskapa::web::document {
namespace {

using Change = office::Look::Change;
using office::Span;
using office::Spans;
using office::TextBlock;

/// A block, or a table with all its rows.
struct Part {
    TextBlock block = {};
    office::TableHead table = {};
    std::vector<office::TableRow> rows = {};

    bool is_table() const { return !table.columns.empty(); }
};

class Parts : public office::BlockSink {
public:
    explicit Parts(const std::string& markdown) { office::add_markdown(*this, markdown); }

    std::vector<Part> all;

    void add(const TextBlock& block) override { all.push_back({block}); }
    void begin_table(const office::TableHead& head) override { all.push_back({.table = head}); }
    void add_row(const office::TableRow& row) override { all.back().rows.push_back(row); }
    void end_table() override {}
    void finish() override {}
};

std::string words_of(const Spans& spans) {
    std::string words;
    for (const auto& span : spans)
        if (span.note.empty()) words += span.text;
    return words;
}

/// Spans, taken piece by piece.
class Taking {
public:
    explicit Taking(const Spans& spans) : spans_{spans} {}

    /// The next so many bytes, and the notes that are called before them.
    void take(std::size_t bytes, Change change, Spans& to) {
        while (at_ < spans_.size() && (bytes > 0 || !spans_[at_].note.empty())) {
            const auto& span = spans_[at_];
            if (!span.note.empty()) {
                if (change != Change::removed) to.push_back(span);
                ++at_;
                continue;
            }
            auto piece = span;
            piece.text = span.text.substr(within_, bytes);
            piece.look.change = change;
            bytes -= piece.text.size();
            within_ += piece.text.size();
            if (within_ == span.text.size()) {
                ++at_;
                within_ = 0;
            }
            to.push_back(std::move(piece));
        }
    }

private:
    const Spans& spans_;
    std::size_t at_ = 0;
    std::size_t within_ = 0;
};

Spans tracked(const Spans& before, const Spans& now) {
    Spans all;
    Taking old{before};
    Taking young{now};
    Spans unused;
    for (const auto& piece : diff_words(words_of(before), words_of(now))) {
        switch (piece.kind) {
            case Piece::Kind::removed: old.take(piece.text.size(), Change::removed, all); break;
            case Piece::Kind::added: young.take(piece.text.size(), Change::added, all); break;
            case Piece::Kind::same:
                old.take(piece.text.size(), Change::none, unused);
                young.take(piece.text.size(), Change::none, all);
                break;
        }
    }
    young.take(0, Change::none, all);
    return all;
}

TextBlock whole(TextBlock block, Change change) {
    block.change = change;
    std::erase_if(
        block.spans, [&](const Span& span) { return change == Change::removed && !span.note.empty(); });
    for (auto& span : block.spans) span.look.change = change;
    return block;
}

office::TableRow whole(office::TableRow row, Change change) {
    for (auto& cell : row)
        for (auto& block : cell) block = whole(block, change);
    return row;
}

void add_whole(office::BlockSink& sink, const Part& part, Change change) {
    if (!part.is_table()) return sink.add(whole(part.block, change));
    auto head = part.table;
    for (auto& column : head.columns) column.words = whole(office::TableRow{column.words}, change).front();
    sink.begin_changed_table(head, change);
    for (const auto& row : part.rows) sink.add_changed_row(whole(row, change), change);
    sink.end_table();
}

/// A cell's paragraphs one by one, and those that only one of them has.
office::TableCell tracked(const office::TableCell& before, const office::TableCell& now) {
    office::TableCell all;
    for (std::size_t i = 0; i < std::max(before.size(), now.size()); ++i) {
        if (i >= now.size()) {
            all.push_back(whole(before[i], Change::removed));
        } else if (i >= before.size()) {
            all.push_back(whole(now[i], Change::added));
        } else {
            all.push_back(now[i]);
            if (!now[i].picture) all.back().spans = tracked(before[i].spans, now[i].spans);
        }
    }
    return all;
}

office::TableRow tracked(const office::TableRow& before, const office::TableRow& now) {
    office::TableRow all;
    for (std::size_t i = 0; i < now.size(); ++i) all.push_back(tracked(before[i], now[i]));
    return all;
}

void add_tracked_table(office::BlockSink& sink, const Part& before, const Part& now) {
    auto head = now.table;
    for (std::size_t i = 0; i < head.columns.size(); ++i)
        head.columns[i].words = tracked(before.table.columns[i].words, head.columns[i].words);
    sink.begin_table(head);
    for (std::size_t i = 0; i < std::max(before.rows.size(), now.rows.size()); ++i) {
        if (i >= now.rows.size())
            sink.add_changed_row(whole(before.rows[i], Change::removed), Change::removed);
        else if (i >= before.rows.size())
            sink.add_changed_row(whole(now.rows[i], Change::added), Change::added);
        else
            sink.add_row(tracked(before.rows[i], now.rows[i]));
    }
    sink.end_table();
}

/// Whether the one may have become the other word by word.
bool are_of_a_kind(const Part& a, const Part& b) {
    const bool same_block = a.block.kind == b.block.kind && a.block.level == b.block.level &&
                            a.block.number.has_value() == b.block.number.has_value();
    return a.table.columns.size() == b.table.columns.size() && (a.is_table() || same_block) &&
           a.block.picture == b.block.picture;
}

}  // namespace

void add_tracked(office::BlockSink& sink, const std::string& before, const std::string& now) {
    const auto old = Parts{before}.all;
    const auto young = Parts{now}.all;
    for (std::size_t i = 0; i < std::max(old.size(), young.size()); ++i) {
        const bool has_both = i < old.size() && i < young.size();
        if (!has_both || !are_of_a_kind(old[i], young[i])) {
            if (i < old.size()) add_whole(sink, old[i], Change::removed);
            if (i < young.size()) add_whole(sink, young[i], Change::added);
        } else if (young[i].block.picture) {
            sink.add(young[i].block);  // other words for what it shows are no change of the text
        } else if (young[i].is_table()) {
            add_tracked_table(sink, old[i], young[i]);
        } else {
            auto block = young[i].block;
            block.spans = tracked(old[i].block.spans, young[i].block.spans);
            sink.add(block);
        }
    }
}

void add_tracked_heading(office::BlockSink& sink, TextBlock heading, const std::string& before) {
    if (before.empty()) return sink.add(whole(std::move(heading), Change::added));
    heading.spans = tracked(Spans{{before}}, heading.spans);
    sink.add(heading);
}

}  // namespace medskapa::web::document
