#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::csv {

using Fields = std::vector<std::string_view>;

inline constexpr std::size_t most_fields = 65'536;                   // of a record
inline constexpr std::size_t longest_record = std::size_t{4} << 20;  // bytes

/// The separator that a first line "sep=;" names, as spreadsheets write it; none without such a line.
std::optional<char> separator_hint(std::string_view text);
/// The hint's, or the one among semicolon, tab, comma and bar by which most of the first records are equally
/// wide (the widest when several are); comma when none parts anything.
char separator_of(std::string_view text);

/// The records of a table by RFC 4180, in UTF-8. A field that begins with a quotation mark may hold
/// separators, line ends and doubled quotation marks; a mark inside another field is a character, and so are
/// those around a part of one (`"a" b`). Lines end in LF, CR LF or CR. Records with nothing in them are
/// skipped, and so are a byte order mark and a separator hint. Keeps little more than the current record, so
/// that a file of any size is read in little memory:
///
///     records.feed(piece);
///     while (const auto* fields = records.next()) ...
class Records {
public:
    explicit Records(char separator = ',') : separator_{separator} {}
    /// Of a whole text, which must live as long as this.
    Records(std::string_view text, char separator);

    void feed(std::string_view piece);
    /// No more comes: what is left is the last record.
    void close() { is_closed_ = true; }

    /// The next whole record, valid until the next call; none when more must be fed or all is read.
    const Fields* next();
    /// The number of the current record as a spreadsheet shows it: from 1, and those skipped count, but not
    /// the hint.
    std::size_t row() const { return row_; }
    bool is_too_wide() const { return fault_ == Fault::too_wide; }
    /// Why the records ended before the text did, with the row: a quotation mark that never closes, or more
    /// than `most_fields` columns. Asked at the end.
    std::optional<Complaint> complaint() const;

private:
    enum class State { at_start, plain, in_quotes, after_quote, after_closed };  // of the current field
    struct Part {
        std::size_t begin;  // from where the record begins
        std::size_t end;
        bool is_quoted;
        bool holds_more;  // a separator or line end between its quotation marks
    };

    bool feed_slice();
    bool skip_mark();
    bool scan();
    void in_quotes(char);
    bool opens_or_goes_on(char);
    void end_field();
    void end_record();
    bool is_blank() const;
    bool is_hint() const;

    std::string text_;
    std::size_t begin_ = 0;  // of the current record
    std::size_t at_ = 0;     // all before this is scanned
    Part part_{};            // the current field
    std::vector<Part> parts_;
    Fields fields_;
    State state_ = State::at_start;
    std::size_t row_ = 0;
    enum class Fault { none, open_quote, too_wide, too_long } fault_ = Fault::none;
    char separator_;
    std::string_view source_;  // what is left of a whole text
    bool is_closed_ = false;
    bool is_first_ = true;
    bool ended_in_cr_ = false;
    bool had_hint_ = false;
};

}  // namespace medskapa::csv
