#include "cli/site/table_out.hpp"

#include "base/csv/records.hpp"
#include "base/csv/write.hpp"
#include "cli/terminal.hpp"

#include <xlsxwriter.h>
#include <algorithm>
#include <filesystem>
#include <fstream>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void not_written(const std::string& file) {
    give_up(N_("{} could not be written. Is the disk full, or the folder not there?"), file);
}

/// Under another name until it is whole.
class Partial {
public:
    explicit Partial(std::string file) : file_{std::move(file)}, path_{file_ + ".part"} {}
    ~Partial() {
        std::error_code ignored;
        fs::remove(path_, ignored);
    }
    Partial(const Partial&) = delete;
    Partial& operator=(const Partial&) = delete;

    const std::string& file() const { return file_; }
    const std::string& path() const { return path_; }
    void put_in_place() const { fs::rename(path_, file_); }

private:
    std::string file_;
    std::string path_;
};

class CsvOut : public TableOut {
public:
    explicit CsvOut(const std::string& file) : partial_{file}, out_{partial_.path(), std::ios::binary} {}

    void add(const std::string& lines) override { out_ << lines; }
    void finish() override {
        out_.close();
        if (!out_) not_written(partial_.file());
        partial_.put_in_place();
    }

private:
    Partial partial_;
    std::ofstream out_;
};

/// "12", not "012" nor "1e3": what a spreadsheet may hold as a number and show as it was.
bool is_whole_number(std::string_view cell) {
    constexpr std::size_t most_digits = 15;
    return !cell.empty() && cell.size() <= most_digits && (cell == "0" || cell.front() != '0') &&
           cell.find_first_not_of("0123456789") == cell.npos;
}

class XlsxOut : public TableOut {
public:
    explicit XlsxOut(const std::string& file) : partial_{file} {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        book_ = workbook_new_opt(partial_.path().c_str(), &options);
        sheet_ = book_ == nullptr ? nullptr : workbook_add_worksheet(book_, nullptr);
        if (sheet_ == nullptr) not_written(file);
    }
    ~XlsxOut() override {
        if (book_ != nullptr) workbook_close(book_);
    }
    XlsxOut(const XlsxOut&) = delete;
    XlsxOut& operator=(const XlsxOut&) = delete;

    void add(const std::string& lines) override {
        csv::Records records{lines, ','};
        while (const auto* fields = records.next()) {
            for (std::size_t column = 0; column < fields->size(); ++column)
                put(static_cast<lxw_col_t>(column), csv::unguarded((*fields)[column]));
            ++row_;
        }
    }

    void finish() override {
        if (workbook_close(std::exchange(book_, nullptr)) != LXW_NO_ERROR) not_written(partial_.file());
        partial_.put_in_place();
    }

private:
    void put(lxw_col_t column, const std::string& cell) {
        if (cell.empty()) return;
        const auto failed = is_whole_number(cell)
                                ? worksheet_write_number(sheet_, row_, column, std::stod(cell), nullptr)
                                : worksheet_write_string(sheet_, row_, column, cell.c_str(), nullptr);
        if (failed == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
            give_up(
                N_("Row {} has a text that is longer than a spreadsheet's cell can be. Take CSV."), row_ + 1);
        if (failed == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
            give_up(N_("There are more rows than a spreadsheet can hold. Take CSV."));
    }

    Partial partial_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_row_t row_ = 0;
};

}  // namespace

std::unique_ptr<TableOut> table_out(const std::string& file) {
    const auto extension = fs::path{file}.extension();
    if (extension == ".csv") return std::make_unique<CsvOut>(file);
    if (extension == ".xlsx") return std::make_unique<XlsxOut>(file);
    give_up(N_("Name a file that ends in .csv or .xlsx."));
}

}  // namespace medskapa::cli
