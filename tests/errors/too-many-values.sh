# Fifty thousand values and one more.
{
	printf 'a: [x'
	yes ',x' | head -n 50000 | tr -d '\n'
	echo ']'
} >många.yaml
"$overens" check många.yaml | cut -c 1-200
