#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::csv {

using Fields = std::vector<std::string_view>;

/// The one among comma, semicolon and tab that occurs most often in the line, outside quotes; comma when
/// none.
char separator_of(std::string_view line);

/// The records of a table by RFC 4180, in UTF-8. A field that begins with a quotation mark may hold
/// separators, line ends and doubled quotation marks. Lines end in LF, CR LF or CR; blank ones are skipped,
/// and a byte order mark too. Keeps little more than the current record, so that a file of any size is read
/// in little memory:
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
    /// Where the current record begins, from 1.
    std::size_t line() const { return record_line_; }
    /// True at the end when a quotation mark never closed: the last record is then not given.
    bool ends_in_quotes() const { return is_closed_ && state_ == State::in_quotes; }
    /// Where the newest quotation mark that opens a field stands, from 1.
    std::size_t quote_line() const { return quote_line_; }

private:
    enum class State { at_start, plain, in_quotes, after_quote };  // of the current field
    struct Part {
        std::size_t begin;  // from where the record begins
        std::size_t end;
        bool is_quoted;
    };

    bool feed_slice();
    bool skip_mark();
    bool scan();
    void end_field();
    void end_record();
    bool is_blank() const;

    std::string text_;
    std::size_t begin_ = 0;  // of the current record
    std::size_t at_ = 0;     // all before this is scanned
    Part part_{};            // the current field
    std::vector<Part> parts_;
    Fields fields_;
    State state_ = State::at_start;
    std::size_t line_ = 1;
    std::size_t record_line_ = 1;
    std::size_t quote_line_ = 1;
    char separator_;
    std::string_view source_;  // what is left of a whole text
    bool is_closed_ = false;
    bool is_first_ = true;
    bool ended_in_cr_ = false;
};

}  // namespace medskapa::csv
