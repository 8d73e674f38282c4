#include "engine/office/markdown/tidy_notes.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace medskapa::office {
namespace {

using Rows = std::vector<std::string>;

struct Note {
    std::size_t row = 0;   // where it begins
    std::size_t rows = 1;  // how many it takes
    std::string words = {};
    bool is_called = false;
};
using Notes = std::map<std::string, Note>;  // by label

bool is_blank_row(const std::string& row) {
    return text::trimmed(row).empty();
}

/// "a" of "[^a]" at this place; empty when it is something else.
std::string label_at(std::string_view row, std::size_t at) {
    if (row.substr(at, 2) != "[^") return {};
    const auto end = row.find(']', at);
    const auto label = end == row.npos ? std::string_view{} : row.substr(at + 2, end - at - 2);
    return label.find_first_of(" [^") == label.npos ? std::string{label} : std::string{};
}

/// Rows that are fenced, where nothing is a mark.
std::vector<bool> fenced(const Rows& rows) {
    std::vector<bool> fenced(rows.size());
    bool is_open = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool is_fence = rows[i].starts_with("```") || rows[i].starts_with("~~~");
        fenced[i] = is_open || is_fence;
        if (is_fence) is_open = !is_open;
    }
    return fenced;
}

/// The words of a note go on in the rows after it, until a blank one, and after that where they are indented.
Note note_from(const Rows& rows, std::size_t row, std::size_t words_at) {
    Note note{.row = row, .words = text::trimmed(rows[row].substr(words_at))};
    for (auto i = row + 1; i < rows.size(); ++i) {
        const bool was_blank = is_blank_row(rows[i - 1]);
        const bool is_indented = rows[i].starts_with("    ") || rows[i].starts_with('\t');
        if (!is_blank_row(rows[i]) && !is_indented && (was_blank || rows[i].starts_with("[^"))) break;
        if (is_blank_row(rows[i])) continue;
        note.words += ' ' + text::trimmed(rows[i]);
        note.rows = i - row + 1;
    }
    return note;
}

Notes notes_in(const Rows& rows, const std::vector<bool>& is_fenced) {
    Notes notes;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto label = is_fenced[i] ? std::string{} : label_at(rows[i], 0);
        if (label.empty() || rows[i].substr(label.size() + 3, 1) != ":") continue;
        const auto note = note_from(rows, i, label.size() + 4);
        if (notes.emplace(label, note).second) i += note.rows - 1;
    }
    return notes;
}

class NotesInPlace {
public:
    explicit NotesInPlace(Rows rows)
        : rows_{std::move(rows)}, fenced_{fenced(rows_)}, notes_{notes_in(rows_, fenced_)} {}

    Rows placed() {
        if (notes_.empty()) return std::move(rows_);
        find_calls();
        if (are_in_place()) return std::move(rows_);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (const auto* note = called_note_at(i)) {
                i += note->rows - 1;
                continue;
            }
            out_.push_back(fenced_[i] ? rows_[i] : with_numbers(rows_[i]));
            const bool ends =
                i + 1 == rows_.size() || is_blank_row(rows_[i + 1]) || rows_[i].starts_with('#');
            if (ends && !fenced_[i]) write_waiting();
        }
        write_waiting();
        return std::move(out_);
    }

private:
    const Note* called_note_at(std::size_t row) const {
        for (const auto& [label, note] : notes_)
            if (note.row == row && note.is_called) return &note;
        return nullptr;
    }

    template <class Use>
    void each_call(const std::string& row, Use use) const {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i] == '\\') ++i;
            const auto label = i < row.size() && row[i] == '[' ? label_at(row, i) : std::string{};
            if (!label.empty() && notes_.contains(label)) use(i, label);
        }
    }

    void find_calls() {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const bool is_note = std::any_of(notes_.begin(), notes_.end(),
                [&](const auto& one) { return one.second.row <= i && i < one.second.row + one.second.rows; });
            if (is_note || fenced_[i]) continue;
            each_call(rows_[i], [&](std::size_t, const std::string& label) {
                if (!notes_[label].is_called) order_.push_back(label);
                notes_[label].is_called = true;
                last_call_[label] = i;
            });
        }
    }

    /// Numbers of at most four figures, on one line, right after the paragraph that calls them.
    bool are_in_place() const {
        return std::all_of(order_.begin(), order_.end(), [&](const std::string& label) {
            const auto& note = notes_.at(label);
            const bool is_number =
                label.size() <= 4 && label.find_first_not_of("0123456789") == std::string::npos;
            const auto call = last_call_.at(label);
            if (!is_number || note.rows > 1 || call > note.row) return false;
            bool was_blank = false;
            for (auto i = call + 1; i < note.row; ++i) {
                const bool is_note = rows_[i].starts_with("[^");
                if (was_blank && !is_blank_row(rows_[i]) && !is_note) return false;
                was_blank = is_blank_row(rows_[i]);
            }
            return true;
        });
    }

    std::string with_numbers(const std::string& row) {
        std::string out;
        std::size_t from = 0;
        each_call(row, [&](std::size_t at, const std::string& label) {
            if (!numbers_.contains(label)) {
                numbers_[label] = numbers_.size() + 1;
                waiting_.push_back(label);
            }
            out += row.substr(from, at - from) + "[^" + std::to_string(numbers_[label]) + ']';
            from = at + label.size() + 3;
        });
        return out + row.substr(from);
    }

    void write_waiting() {
        for (const auto& label : waiting_) {
            out_.emplace_back();
            out_.push_back("[^" + std::to_string(numbers_[label]) + "]: " + notes_[label].words);
        }
        waiting_.clear();
    }

    Rows rows_;
    std::vector<bool> fenced_;
    Notes notes_;
    std::vector<std::string> order_;  // of the first calls
    std::map<std::string, std::size_t> last_call_;
    std::map<std::string, std::size_t> numbers_;
    std::vector<std::string> waiting_;  // called, and not written yet
    Rows out_;
};

}  // namespace

std::vector<std::string> with_notes_in_place(std::vector<std::string> rows) {
    return NotesInPlace{std::move(rows)}.placed();
}

}  // namespace medskapa::office
