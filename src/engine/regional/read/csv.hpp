#pragma once

#include "base/result.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::regional::read {

/// UTF-8 as it is, without a byte order mark; UTF-16 where such a mark says so; anything else is taken as
/// Windows-1252, which holds Latin-1.
std::string as_utf8(std::string_view bytes);
/// The same without a copy where nothing has to change.
std::string as_utf8(std::string&& bytes);

/// The sign among comma, semicolon and tab that stands most often in the line, outside quotes; comma when
/// none.
char separator_of(std::string_view line);

/// Records of a text by RFC 4180: quoted fields may hold separators, line ends and doubled quotes. Keeps
/// nothing but the current record.
class CsvRecords {
public:
    CsvRecords(std::string_view text, char separator) : text_(text), separator_(separator) {}

    /// The next record that is not a blank line, or none at the end and after a refusal.
    const std::vector<std::string>* next();
    /// Where the current record begins, from 1.
    std::size_t line() const { return record_line_; }
    /// Set when a quote never ends.
    const std::optional<Complaint>& refusal() const { return refusal_; }

private:
    bool read_record();
    bool read_field(std::string& field);
    bool read_quoted(std::string& field);

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t record_line_ = 1;
    std::vector<std::string> fields_;
    std::size_t used_ = 0;
    std::optional<Complaint> refusal_;
};

/// What a statistics cell says. A sign that stands for no number is kept as `sign`; it is never 0.
struct Amount {
    std::optional<double> value;
    std::string sign;
};

/// A number with decimal point or comma and blanks between thousands, or one of the agreed signs for no
/// number: nothing, one to six dots, "-", ":", "NA", "null". None when it is neither.
std::optional<Amount> amount(std::string_view cell);

/// A field as it must stand in a CSV file.
std::string csv_field(std::string_view);

/// The shortest text that gives the same number back; nothing for none.
std::string number_text(std::optional<double>);

}  // namespace medskapa::regional::read
