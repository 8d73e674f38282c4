#pragma once

#include "base/csv/write.hpp"

#include <fmt/compile.h>
#include <cmath>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace medskapa::regional {

/// Rows of a large CSV, gathered and written in blocks: a stream costs more than the numbers do.
class CsvLines {
public:
    explicit CsvLines(std::ostream& out) : out_{out} {}
    ~CsvLines() { flush(); }
    CsvLines(const CsvLines&) = delete;
    CsvLines& operator=(const CsvLines&) = delete;

    /// Text that needs no quotation, or that `csv::field` has quoted.
    CsvLines& text(std::string_view field) {
        comma();
        buffer_.append(field.data(), field.data() + field.size());
        return *this;
    }
    CsvLines& number(double value) {
        comma();
        const auto whole = std::abs(value) < most_whole ? static_cast<std::int64_t>(value) : 0;
        if (value == 0 || (whole != 0 && static_cast<double>(whole) == value)) {
            put(whole);
        } else {
            fmt::format_to(fmt::appender(buffer_), FMT_COMPILE("{}"), value);
        }
        return *this;
    }
    CsvLines& number(const std::optional<double>& value) {
        if (value) return number(*value);
        comma();
        return *this;
    }
    CsvLines& whole(std::int64_t value) {
        comma();
        put(value);
        return *this;
    }
    CsvLines& empty() {
        comma();
        return *this;
    }
    void end() {
        buffer_.push_back('\n');
        is_first_ = true;
        if (buffer_.size() >= block) flush();
    }

private:
    static constexpr std::size_t block = std::size_t{1} << 16;  // bytes
    static constexpr double most_whole = 1e15;  // up to here a whole number is written without an exponent

    /// Five times as quick as a number with decimals.
    void put(std::int64_t value) {
        const fmt::format_int text(value);
        buffer_.append(text.data(), text.data() + text.size());
    }
    void comma() {
        if (!is_first_) buffer_.push_back(',');
        is_first_ = false;
    }
    void flush() {
        out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        buffer_.clear();
    }

    std::ostream& out_;
    fmt::memory_buffer buffer_;
    bool is_first_ = true;
};

}  // namespace medskapa::regional
