package vn.dusinhhoat.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.dusinhhoat.platform.StartupRefused;

/** Holds a data folder for one application; the operating system lets go of it however the application ends. */
final class DataDirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DataDirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataDirectoryLock acquire(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(folder.resolve("in-use.lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                channel.close();
                throw new StartupRefused("Một ứng dụng khác đang chạy với thư mục dữ liệu " + folder
                        + ": dừng ứng dụng đó, hoặc đặt dusinhhoat.data-directory sang thư mục khác.");
            }
            return new DataDirectoryLock(channel);
        } catch (IOException e) {
            throw new StartupRefused("Không ghi được vào thư mục dữ liệu " + folder
                    + ": cấp quyền ghi, hoặc đặt dusinhhoat.data-directory sang thư mục khác.", e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
