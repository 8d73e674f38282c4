#include "base/system/child_process.hpp"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <semaphore>
#include <system_error>

extern char** environ;

namespace medskapa {
namespace {

namespace fs = std::filesystem;

#if defined(__x86_64__)
constexpr std::uint32_t our_machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t our_machine = AUDIT_ARCH_AARCH64;
#else
#error "Say which machine this is, so that its system calls can be distinguished."
#endif
constexpr std::uint32_t other_numbering = 0x40000000;  // x32 on x86-64

fs::path found_in_system(const std::string& program) {
    for (const auto* folder : {"/usr/local/bin", "/usr/bin", "/bin"})
        if (const auto path = fs::path{folder} / program; ::access(path.c_str(), X_OK) == 0) return path;
    return {};
}

/// Refuses to make sockets, the old way and by io_uring. Everything else goes as before.
bool close_the_network() {
    constexpr auto load = BPF_LD | BPF_W | BPF_ABS;
    constexpr auto is = BPF_JMP | BPF_JEQ | BPF_K;
    constexpr auto answer = BPF_RET | BPF_K;
    std::array<sock_filter, 9> rules{{
        BPF_STMT(load, offsetof(seccomp_data, arch)),
        BPF_JUMP(is, our_machine, 1, 0),
        BPF_STMT(answer, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(load, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, other_numbering, 2, 0),
        BPF_JUMP(is, SYS_socket, 1, 0),
        BPF_JUMP(is, SYS_io_uring_setup, 0, 1),
        BPF_STMT(answer, SECCOMP_RET_ERRNO | EACCES),
        BPF_STMT(answer, SECCOMP_RET_ALLOW),
    }};
    const sock_fprog program{rules.size(), rules.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

bool limit(__rlimit_resource what, std::uint64_t most) {
    const rlimit both{most, most};
    return ::setrlimit(what, &both) == 0;
}

bool hold_short(const ChildLimits& limits) {
    const auto seconds = static_cast<std::uint64_t>(limits.time.count());
    return limit(RLIMIT_AS, limits.memory) && limit(RLIMIT_FSIZE, limits.file) && limit(RLIMIT_CORE, 0) &&
           limit(RLIMIT_CPU, 2 * seconds) && close_the_network();
}

/// Everything that the child needs, made before it is: after a fork in a program of many threads nothing may
/// be allocated.
struct Prepared {
    std::string program;
    std::vector<std::string> words;
    std::string folder;
    std::vector<std::string> environment;
    std::vector<char*> argument_list;
    std::vector<char*> environment_list;

    Prepared(const fs::path& found, const std::vector<std::string>& given, const fs::path& where)
        : program{found},
          words{given},
          folder{where},
          environment{
              "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "HOME=" + folder, "TMPDIR=" + folder} {
        for (auto& word : words) argument_list.push_back(word.data());
        for (auto& variable : environment) environment_list.push_back(variable.data());
        argument_list.push_back(nullptr);
        environment_list.push_back(nullptr);
    }
};

/// Becomes the program. Only calls that are safe after a fork.
[[noreturn]] void become(const Prepared& prepared, const ChildLimits& limits) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nothing = ::open("/dev/null", O_RDWR);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, stream);
    ::syscall(SYS_close_range, STDERR_FILENO + 1, ~0U, 0);
    if (::chdir(prepared.folder.c_str()) == 0 && hold_short(limits))
        ::execve(prepared.program.c_str(), prepared.argument_list.data(), prepared.environment_list.data());
    ::_exit(127);
}

/// One of the few programs that may run at a time: each takes up to gigabytes.
class Turn {
public:
    explicit Turn(std::chrono::seconds longest) : has_come_{free().try_acquire_for(longest)} {}
    ~Turn() {
        if (has_come_) free().release();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    bool has_come() const { return has_come_; }

private:
    static std::counting_semaphore<most_confined>& free() {
        static std::counting_semaphore<most_confined> semaphore{most_confined};
        return semaphore;
    }
    bool has_come_;
};

/// True when the child ended in time.
bool waited_for(pid_t child, std::chrono::seconds time) {
    const int watch = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
    if (watch < 0) throw std::system_error{errno, std::generic_category(), "watching a child"};
    pollfd watched{watch, POLLIN, 0};
    const auto end = std::chrono::steady_clock::now() + time;
    int ready = 0;
    do {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        ready = ::poll(&watched, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
    } while (ready < 0 && errno == EINTR);
    ::close(watch);
    return ready > 0;
}

}  // namespace

ScratchFolder::ScratchFolder() {
    auto pattern = (fs::temp_directory_path() / "medskapa-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        throw std::system_error{errno, std::generic_category(), "making a temporary folder"};
    path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

ChildExit run_confined(
    const std::vector<std::string>& command, const fs::path& folder, const ChildLimits& limits) {
    const auto program = found_in_system(command.front());
    if (program.empty()) return ChildExit::not_installed;
    const Prepared prepared{program, command, folder};
    const Turn turn{limits.time};
    if (!turn.has_come()) return ChildExit::timeout;
    const auto child = ::fork();
    if (child < 0) throw std::system_error{errno, std::generic_category(), "starting " + command.front()};
    if (child == 0) become(prepared, limits);

    const bool in_time = waited_for(child, limits.time);
    ::kill(-child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    if (!in_time) return ChildExit::timeout;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? ChildExit::success : ChildExit::failure;
}

bool run_trusted(const std::vector<std::string>& command) {
    auto words = command;
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    int status = 0;
    if (::posix_spawnp(&child, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0) return false;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace medskapa
