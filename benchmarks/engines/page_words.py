"""Words of the page: what was measured and how each table is to be read."""

from benchmarks.engines.limit import ByHand
from benchmarks.engines.timing import Cell

HAND = ByHand.name
TITLE = "# Hiệu năng: một khối việc, nhiều bộ máy"
ABOUT = """\
Trang này do `python -m benchmarks.engines --write docs/performance.md` ghi ra. Máy đo: {machine}. Phiên bản: {versions}.
Ngày đo: {date}. Chỉ tin các tỷ số trong cùng một bảng: máy khác, lúc khác cho số khác. Cả đường từ tệp tới tệp, cụm Dask và sổ hồ sơ: [large-tables.md](large-tables.md).

Khối việc sinh theo hạt giống cố định: 60 số liệu là số nguyên, 2 % bị thiếu; 200 quy tắc viết bằng YAML như mọi bộ quy
tắc (80 so sánh, 60 đẳng thức `a + b == c`, 40 tỷ số mà mẫu bằng 0 thì chưa biết, 20 `(A và B) hoặc C` ba giá trị); 30
quy tắc suy luận trên ba tầng; chỉ số 0-100 là trọng số của những quy tắc đạt trong những quy tắc đã biết kết quả. Các
bộ máy khác được cho chính những cây biểu thức ấy, dịch sang ngôn ngữ của chúng. Trước khi đo, từng kết quả, từng kết
luận và chỉ số được so với bộ tính theo cột của cchc: {rows} báo cáo với bộ máy nhận từng báo cáo, {columns} với bộ máy
theo cột; khác một ô là dừng. Thời gian gồm kiểm tra, suy luận và chỉ số trên dữ liệu đã ở trong bộ nhớ, theo dạng mà
mỗi bộ máy ưa nhất; không gồm đọc và ghi tệp, không gồm câu chữ của phát hiện."""
SIZES = """\
## Báo cáo mỗi giây

Số trong ngoặc là tỷ số so với `cchc, mã máy` (một luồng, khối 8.192 báo cáo). Ô "bỏ" là lượt ước tính quá lâu."""
LIMIT = "## Còn cách giới hạn bao xa"
STREAM = """\
## Thời gian theo số báo cáo

Từ một triệu trở lên dữ liệu đi qua từng khối 100.000 báo cáo (quay vòng những khối đã sinh), kết quả của khối trước bỏ đi
trước khối sau."""
RULES = """\
## Theo số quy tắc

Micrô giây cho một báo cáo, và thời gian nạp; 20.000 báo cáo một lượt (bộ máy từng báo cáo: 500)."""
PEAKS = """\
## Bộ nhớ

Mỗi bộ máy một tiến trình riêng, cả dữ liệu và cả kết quả ở trong bộ nhớ."""
COLD = "## Khởi động nguội"

READ_SIZES = """\
Đọc bảng: cách nhanh nhất của cchc so với bộ máy khác nhanh nhất (không kể C viết tay): {places}. Với vài chục báo cáo
trở xuống, một hàm Python sinh mã hơn mọi cách theo cột, kể cả của cchc, vì mỗi lượt gọi theo cột có chi phí cố định; khi
kiểm một báo cáo thì khởi động tiến trình mới là phần lớn thời gian. `cchc, cột` là bộ tính chuẩn, viết cho dễ đối
chiếu, không phải cho nhanh: mỗi so sánh có dung sai 1e-9 và đi nhiều lượt qua bộ nhớ; trên bảng nhiều dòng nó chỉ làm việc
khi máy không có trình biên dịch C hoặc mã chưa dịch xong. polars và DuckDB dùng mọi nhân. "nạp" của `cchc, mã máy` là {load} ms vì gồm cả dịch C một
lần; lần sau lấy bản đã dịch."""
READ_LIMIT = """\
Một luồng đọc bộ nhớ được {bandwidth} GB/s. Một báo cáo là {read} byte đọc và {written} byte ghi, nên giới hạn của bộ nhớ là
{only} triệu báo cáo/s nếu chỉ đọc, {both} triệu nếu ghi cả kết quả với cùng tốc độ. C viết tay cho đúng khối việc này, so
sánh thẳng không dung sai, lúc nhanh nhất (N = {hand_size}) đạt {hand} triệu/s, tức {hand_bound} % giới hạn đọc. `cchc, mã máy`
lúc nhanh nhất (N = {size}) đạt {ours} triệu/s, bằng {of_hand} % của C viết tay và {of_bound} % giới hạn đọc; ở một triệu báo
cáo là {million} so với {hand_million} triệu/s. Phần còn cách C viết tay gồm dung sai 1e-9, mặt nạ "quy tắc có
áp dụng không", phép đếm riêng cho chỉ số và các lời gọi Python của mỗi khối; trang này không đo riêng từng phần."""
READ_STREAM = """\
Đọc bảng: một lượt của `cchc, mã máy` tốn {fixed} ms cố định, rồi tăng thẳng theo số báo cáo; mười triệu báo cáo hết
{ten} s, {each} micrô giây một báo cáo. Bộ nhớ chỉ là của một khối, không tăng theo N."""
READ_RULES = """\
Đọc bảng: với `cchc, mã máy`, một quy tắc trên một báo cáo tốn {few} ns khi có 50 quy tắc và {many} ns khi có 2.000 (30 quy
tắc suy luận giữ nguyên nên nặng hơn khi ít quy tắc). Nạp 2.000 quy tắc hết {load} s, hầu hết là dịch C, một lần cho mỗi bộ quy tắc trên mỗi máy; trong lúc chờ, `cchc
check --summary` dùng bộ tính theo cột. Bản 200 quy tắc đã được dịch ở bảng đầu nên nạp ngay."""
READ_PEAKS = """\
Đọc bảng: dữ liệu của {size} báo cáo là {given} MB; `cchc, mã máy` thêm {added} MB cho kết quả của tất cả. Đi qua từng khối
(`cchc check --summary`) thì chỉ một khối ở trong bộ nhớ. Cột "trước khi chạy" gồm Python, thư viện, dữ liệu và bản sao ở
dạng riêng của mỗi bộ máy. Tiến trình con của cách 2 tiến trình không đo ở đây."""
READ_COLD = """\
Đọc bảng: kiểm một báo cáo YAML với toàn bộ quy tắc thật, kể cả khởi động Python và in kết quả, hết {check} ms; Python không
làm gì đã hết {bare} ms, phần của cchc là {own} ms. Tốc độ theo cột không đổi gì ở đây."""


def place(size: str, ours: tuple[str, Cell], other: tuple[str, Cell], ratio: str) -> str:
    """Return who is first at a size, and by how much."""
    first, second = (ours, other) if ours[1].rate >= other[1].rate else (other, ours)
    return f"N = {size}, {first[0]} nhanh gấp {ratio} lần {second[0]}"
