#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::csv {

/// The records of a table by RFC 4180 (commas) that comes in pieces, so that a file of any size is read in
/// little memory. Empty lines and a byte order mark are passed over.
///
///     records.feed(piece);
///     while (const auto* fields = records.next()) ...
class Records {
public:
    void feed(std::string_view piece);
    /// No more comes: what is left is the last record.
    void close() { is_closed_ = true; }

    /// The next whole record, valid until the next call; none when more must be fed or all is read.
    const std::vector<std::string_view>* next();
    /// Where the current record begins, from 1.
    std::size_t line() const { return record_line_; }
    /// True at the end when a quotation mark never closed: the last record is then not given.
    bool ends_in_quotes() const { return is_closed_ && in_quotes_; }

private:
    bool find_end();
    void split(std::size_t end);

    std::string text_;
    std::size_t begin_ = 0;    // of the current record
    std::size_t scanned_ = 0;  // no line end outside quotes before this
    std::size_t line_ = 1;
    std::size_t record_line_ = 1;
    bool in_quotes_ = false;
    bool has_quotes_ = false;
    bool is_closed_ = false;
    bool is_first_ = true;
    std::vector<std::string_view> fields_;
};

/// A field as it must stand in a file.
std::string field(std::string_view);

}  // namespace medskapa::csv
