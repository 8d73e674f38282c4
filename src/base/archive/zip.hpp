#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// ZIP archives (PKWARE APPNOTE 6.3.10) without encryption, ZIP64 or several disks: reading their directory
/// and their files, and writing one as a stream.
namespace medskapa::zip {

enum class Method : std::uint16_t { stored = 0, deflated = 8 };

/// A file as the directory describes it. What it says need not be true.
struct Entry {
    std::string_view name;
    Method method = Method::stored;
    bool is_encrypted = false;
    std::uint64_t packed = 0;    // bytes
    std::uint64_t unpacked = 0;  // bytes
    std::uint32_t crc = 0;
    std::size_t at = 0;  // of its local header
};

/// Views into the archive. Empty when there is no whole directory. O(archive).
std::vector<Entry> directory(std::string_view zip);

/// The file's bytes: never more than the directory says. Nothing when they are encrypted, packed in
/// another way, or not what the directory says.
std::optional<std::string> content(std::string_view zip, const Entry&);

/// Gives the file in pieces until `take` says no, so that neither its size nor what the directory says of it
/// costs memory.
enum class Unpacked { whole, stopped, broken };
Unpacked unpack(std::string_view zip, const Entry&, const std::function<bool(std::string_view)>& take);

/// Writes files one after the other, each as it comes, so that its size costs no memory. The same calls give
/// the same bytes: no file has a date.
class Writer {
public:
    explicit Writer(std::ostream&);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// A whole file, as it is or deflated.
    void add(const std::string& name, std::string_view bytes, Method = Method::deflated);
    /// A deflated file in pieces. Begin, write and end in turn.
    void begin(const std::string& name);
    void write(std::string_view bytes);
    void end();
    /// The directory. Nothing may follow.
    void finish();

private:
    struct Stream;

    void header(const Entry&, const std::string& name, bool is_streamed);

    std::ostream& out_;
    std::size_t at_ = 0;
    std::vector<std::string> names_;
    std::vector<Entry> written_;
    std::unique_ptr<Stream> stream_;
};

}  // namespace medskapa::zip
